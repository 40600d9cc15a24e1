import { Choice, Day, Dto, Id, Moment, Text } from '@st0r/dto';
import { KEY_STATES } from './api-key-state';

/** One of the keys a person made. */
@Dto('OwnApiKey')
export class OwnApiKeyDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 255, description: 'The organisation that manages it.' })
  organisation: string;

  @Text({ max: 120 })
  name: string;

  @Text({ max: 15 })
  prefix: string;

  @Text({ max: 40, list: true })
  scopes: string[];

  @Day()
  expiresOn: string;

  @Choice('ApiKeyState', KEY_STATES)
  state: string;

  @Moment({ optional: true })
  lastUsedAt: string | null;

  @Text({ max: 45, optional: true })
  lastUsedIp: string | null;
}

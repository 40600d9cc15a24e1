import { Choice, Dto, Flag, Id, Int, Json, Moment, Text } from '@st0r/dto';
import { PORT_PROTOCOLS, PORT_STATES } from '../nmap';

/** A port a scan saw on an asset. */
@Dto('AssetObservation')
export class AssetObservationDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Id()
  assetId: string;

  @Choice('PortProtocol', PORT_PROTOCOLS)
  protocol: string;

  @Int({ min: 0, max: 65_535 })
  port: number;

  @Text({ max: 16, description: `One of ${PORT_STATES.join(', ')}.` })
  state: string;

  @Text({ max: 255, optional: true })
  service: string | null;

  @Text({ max: 255, optional: true })
  product: string | null;

  @Text({ max: 255, optional: true })
  serviceVersion: string | null;

  @Flag({ description: 'True when the service itself answered; false when its name is only usual for the port.' })
  probed: boolean;

  @Moment()
  firstSeenAt: string;

  @Moment()
  lastSeenAt: string;

  @Json({ description: 'What you may do with this record.' })
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment()
  updatedAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

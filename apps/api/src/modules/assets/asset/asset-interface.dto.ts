import { Choice, Dto, Flag, Id, InputDto, Moment, Text } from '@st0r/dto';
import { FIELD_SOURCES } from './asset.entity';

/** A network port of an asset. */
@Dto('AssetInterface')
export class AssetInterfaceDto {
  @Id()
  id: string;

  @Text({ max: 64 })
  name: string;

  @Text({ max: 40, optional: true })
  type: string | null;

  @Text({ max: 17, optional: true, description: 'aa:bb:cc:dd:ee:ff' })
  mac: string | null;

  @Flag({ description: 'The one the asset is reached by.' })
  primary: boolean;

  @Text({ max: 45, list: true, description: 'Canonical addresses.' })
  ips: string[];

  @Choice('FieldSource', FIELD_SOURCES)
  source: string;

  @Moment({ optional: true })
  lastSeenAt: string | null;
}

/** An interface as it comes in. */
@InputDto('AssetInterfaceInput')
export class AssetInterfaceInputDto {
  @Text({ max: 64, optional: true, description: 'Numbered when left out.' })
  name?: string | null;

  @Text({ max: 40, optional: true })
  type?: string | null;

  @Text({ max: 40, optional: true, description: 'Any usual spelling.' })
  mac?: string | null;

  @Flag({ optional: true, description: 'The first one when none is marked.' })
  primary?: boolean | null;

  @Text({ max: 60, list: true, maxItems: 64, optional: true, description: 'IPv4 and IPv6 addresses.' })
  ips?: string[] | null;
}

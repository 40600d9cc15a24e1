import { Dto, Flag, Id, InputDto, Int, Json, Moment, PartialDto, Part, Text } from '@st0r/dto';
import { RefDto } from '../../../platform/resource';

/** A folder of credentials. */
@Dto('VaultFolder')
export class VaultFolderDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 120 })
  name: string;

  @Id({ optional: true })
  parentId: string | null;

  @Part(() => RefDto, { optional: true })
  parent: RefDto | null;

  @Flag({ description: 'Revealing what lies here or below asks for a reason.' })
  reasonRequired: boolean;

  @Int({
    optional: true,
    description: 'Minutes a proof of identity counts here, 0 to 15; null leaves it to the folder above.',
  })
  stepUpMinutes: number | null;

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

/** A new folder. Its rules need vault.policy.manage. */
@InputDto('VaultFolderCreate')
export class VaultFolderCreateDto {
  @Id()
  organisationId: string;

  @Text({ max: 120 })
  name: string;

  @Id({ optional: true })
  parentId?: string | null;

  @Flag({ optional: true })
  reasonRequired?: boolean | null;

  @Int({ min: 0, max: 15, optional: true })
  stepUpMinutes?: number | null;
}

/** A change of a folder; what is left out stays. */
@InputDto('VaultFolderUpdate')
export class VaultFolderUpdateDto extends PartialDto(VaultFolderCreateDto, ['organisationId']) {}

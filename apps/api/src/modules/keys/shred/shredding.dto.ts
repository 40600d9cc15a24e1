import { Choice, Dto, Id, InputDto, Moment, Text } from '@st0r/dto';
import { SHREDDING_STATE, type ShreddingState } from '../../../platform/keys';

/** Which organisation to shred; its name is typed, so that it is never the wrong one. */
@InputDto('ShreddingRequest')
export class ShreddingRequestDto {
  @Id()
  organisationId: string;

  @Text({ max: 255, description: 'Name of the organisation, exactly.' })
  name: string;

  @Text({ min: 3, max: 500, description: 'Why; kept in the audit log.' })
  reason: string;
}

/** One organisation whose keys are to be destroyed, or were. */
@Dto('Shredding')
export class ShreddingDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Choice('ShreddingState', SHREDDING_STATE)
  state: ShreddingState;

  @Text({ max: 500 })
  reason: string;

  @Id({ description: 'Who asked; somebody else has to approve.' })
  askedBy: string;

  @Text({ max: 255 })
  askedName: string;

  @Moment()
  askedAt: string;

  @Text({ max: 255, optional: true })
  approvedName: string | null;

  @Moment({ optional: true })
  approvedAt: string | null;

  @Moment({ optional: true, description: 'When the keys are destroyed.' })
  dueAt: string | null;

  @Moment({ optional: true })
  endedAt: string | null;

  @Moment({ optional: true, description: 'When the last key backup with a copy is gone.' })
  copiesUntil: string | null;
}

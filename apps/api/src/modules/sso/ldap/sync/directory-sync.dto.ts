import { Choice, Dto, Flag, Id, InputDto, Int, ListOf, Moment, Part, Text } from '@st0r/dto';

/** How a look at the directory went; `stopped` is the guard against taking too much at once. */
export const SYNC_STATES = ['queued', 'done', 'stopped', 'failed'] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** What happens to somebody; `keep` and `stay` are what does not, because they are the last owner or administrator. */
export const SYNC_ACTS = ['give', 'take', 'keep', 'leave', 'stay', 'return'] as const;

/** How many, of what. */
@Dto('DirectorySyncCounts')
export class DirectorySyncCountsDto {
  @Int({ description: 'People read from the directory.' })
  read: number;

  @Int({ description: 'People who have an account here through it.' })
  known: number;

  @Int()
  given: number;

  @Int()
  taken: number;

  @Int({ description: 'Accounts disabled, because the person is gone or disabled there.' })
  left: number;

  @Int({ description: 'Accounts that were disabled so and are back.' })
  returned: number;

  @Int({
    description: 'Roles and accounts kept although the directory takes them: the last owner, the last administrator.',
  })
  kept: number;
}

/** One change, done or foreseen. */
@Dto('DirectorySyncChange')
export class DirectorySyncChangeDto {
  @Choice('DirectorySyncAct', SYNC_ACTS)
  act: (typeof SYNC_ACTS)[number];

  @Id()
  userId: string;

  @Text({ max: 120 })
  person: string;

  @Text({ max: 120, optional: true })
  organisation: string | null;

  @Text({ max: 120, optional: true })
  role: string | null;
}

/** One look at a directory: what it changed, or would have. */
@Dto('DirectorySync')
export class DirectorySyncDto {
  @Id()
  id: string;

  @Choice('DirectorySyncState', SYNC_STATES)
  state: SyncState;

  @Flag({ description: 'Nothing was changed.' })
  dryRun: boolean;

  @Text({ max: 120, optional: true, description: 'Who asked; null for the schedule.' })
  askedBy: string | null;

  @Moment()
  startedAt: string;

  @Moment({ optional: true })
  finishedAt: string | null;

  @Text({ max: 1000, optional: true, description: 'Why it stopped or failed, with what to do.' })
  problem: string | null;

  @Part(() => DirectorySyncCountsDto, { optional: true })
  counts: DirectorySyncCountsDto | null;

  @ListOf(() => DirectorySyncChangeDto, { maxItems: 1000, description: 'The first thousand; the counts tell of all.' })
  changes: DirectorySyncChangeDto[];
}

/** Looks at the directory now. */
@InputDto('DirectorySyncRequest')
export class DirectorySyncRequestDto {
  @Flag({ description: 'Only say what would change.' })
  dryRun: boolean;

  @Id({
    optional: true,
    description:
      'A look whose list was read: change it even if many lose something at once, but not more than that look counted.',
  })
  accepted?: string | null;
}

/** A look that was asked for; it goes on as a job. */
@Dto('DirectorySyncAsked')
export class DirectorySyncAskedDto {
  @Id()
  id: string;

  @Id()
  jobId: string;
}

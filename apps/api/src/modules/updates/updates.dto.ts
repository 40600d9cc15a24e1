import { Choice, Dto, Flag, Id, InputDto, Int, ListOf, Moment, Text } from '@st0r/dto';
import { OBSTACLE_STATES, type ObstacleState } from './check/obstacles.service';
import { UPDATE_STATES, type UpdateState } from './desk/update-book.service';

/** One change of a release. */
@Dto('UpdateNote')
export class UpdateNoteDto {
  @Text({ max: 120, description: 'The heading it stands under.' })
  section: string;

  @Text({ max: 4000 })
  text: string;

  @Flag({ description: 'It mends something of security.' })
  security: boolean;
}

/** A bundle somebody put into the inbox. */
@Dto('UpdateBundle')
export class UpdateBundleDto {
  @Text({ max: 130 })
  file: string;

  @Int()
  bytes: number;

  @Moment()
  placedAt: string;

  @Text({ max: 40, optional: true, description: 'Only where its signature is one this installation trusts.' })
  version: string | null;

  @Text({ max: 1000, optional: true, description: 'Why it is of no use here.' })
  problem: string | null;
}

/** An update that was asked for. */
@Dto('UpdateRun')
export class UpdateRunDto {
  @Id()
  id: string;

  @Text({ max: 130 })
  file: string;

  @Text({ max: 40 })
  version: string;

  @Text({ max: 40 })
  fromVersion: string;

  @Choice('UpdateState', UPDATE_STATES)
  state: UpdateState;

  @Text({ max: 1000, optional: true, description: 'How it ended.' })
  says: string | null;

  @Moment()
  requestedAt: string;

  @Text({ max: 255 })
  requestedName: string;

  @Moment({ optional: true })
  endedAt: string | null;
}

/** What an administrator has to know about releases. */
@Dto('UpdateOverview')
export class UpdateOverviewDto {
  @Text({ max: 40, description: 'The release that runs.' })
  version: string;

  @Int({ description: 'Its number; a higher one is newer.' })
  number: number;

  @Flag({ description: 'An updater serves this installation.' })
  updater: boolean;

  @Text({ max: 1000, optional: true, description: 'Where bundles are put.' })
  inbox: string | null;

  @Text({ max: 40, optional: true, description: 'How far the update is that is under way.' })
  step: string | null;

  @Moment({ optional: true, description: 'When the newest backup that was put back and proved was made.' })
  backupFrom: string | null;

  @ListOf(() => UpdateBundleDto)
  bundles: UpdateBundleDto[];

  @ListOf(() => UpdateRunDto)
  runs: UpdateRunDto[];

  @ListOf(() => UpdateNoteDto, { description: 'What is new in the release that runs.' })
  notes: UpdateNoteDto[];
}

/** A table a step of the schema touches. */
@Dto('UpdateTable')
export class UpdateTableDto {
  @Text({ max: 64 })
  table: string;

  @Int({ description: 'Rows, as the database estimates them.' })
  rows: number;
}

/** A step of the schema that would be taken. */
@Dto('UpdateStep')
export class UpdateStepDto {
  @Text({ max: 200 })
  name: string;

  @Flag({ description: 'It takes something away that the present release may still use.' })
  removes: boolean;

  @ListOf(() => UpdateTableDto)
  tables: UpdateTableDto[];
}

/** One thing that was looked at. */
@Dto('UpdateObstacle')
export class UpdateObstacleDto {
  @Text({ max: 40 })
  name: string;

  @Choice('UpdateObstacleState', OBSTACLE_STATES)
  state: ObstacleState;

  @Text({ max: 2000 })
  says: string;
}

/** What would happen, and what stands in the way. */
@Dto('UpgradeReport')
export class UpgradeReportDto {
  @Text({ max: 130 })
  file: string;

  @Text({ max: 64, description: 'Names this bundle and no other; a request repeats it.' })
  sha256: string;

  @Text({ max: 40 })
  version: string;

  @Int()
  number: number;

  @Text({ max: 40, description: 'The release that runs.' })
  from: string;

  @Flag({ description: 'Nothing stands in the way.' })
  ready: boolean;

  @Int({ description: 'How long the steps of the schema take at most, in seconds.' })
  seconds: number;

  @ListOf(() => UpdateNoteDto)
  notes: UpdateNoteDto[];

  @ListOf(() => UpdateStepDto)
  steps: UpdateStepDto[];

  @ListOf(() => UpdateObstacleDto)
  obstacles: UpdateObstacleDto[];
}

/** Which bundle is to take the place of the present release. */
@InputDto('UpdateRequestCreate')
export class UpdateRequestCreateDto {
  @Text({ max: 130, description: 'Its name in the inbox.' })
  file: string;

  @Text({ max: 64, description: 'Its SHA-256, as the check said it.' })
  sha256: string;
}

/** A request the updater takes up. */
@Dto('UpdateRequest')
export class UpdateRequestDto {
  @Id()
  id: string;
}

import { Choice, Dto, Int, ListOf, Moment, Part, Text } from '@st0r/dto';
import { FINDING_STATES } from './finding';

/** What one check found. */
@Dto('StatusFinding')
export class StatusFindingDto {
  @Text({ max: 40, description: 'What was looked at.' })
  name: string;

  @Choice('FindingState', FINDING_STATES)
  state: string;

  @Text({ max: 1000, description: 'What was found, and what to do about it.' })
  says: string;
}

/** One running process of the installation. */
@Dto('StatusNode')
export class StatusNodeDto {
  @Text({ max: 120 })
  name: string;

  @Text({ max: 12 })
  role: string;

  @Text({ max: 40, optional: true, description: 'The release it runs.' })
  version: string | null;

  @Moment()
  startedAt: string;

  @Moment({ description: 'When it last said that it runs.' })
  seenAt: string;
}

/** One disk of the answering process. */
@Dto('StatusDisk')
export class StatusDiskDto {
  @Text({ max: 1000 })
  folder: string;

  @Int({ description: 'Free room in MiB.' })
  freeMegabytes: number;

  @Int({ description: 'Size in MiB.' })
  sizeMegabytes: number;
}

/** The database. */
@Dto('StatusDatabase')
export class StatusDatabaseDto {
  @Text({ max: 120 })
  version: string;

  @Text({ max: 120, optional: true, description: 'The last step its schema has taken.' })
  schema: string | null;

  @Int({ description: 'Room taken by tables and their indexes, in MiB.' })
  megabytes: number;

  @Int({ description: 'Connections the answering process has open.' })
  connections: number;

  @Int({ description: 'Connections it may have.' })
  mostConnections: number;
}

/** How the installation is, seen from the process that answers. */
@Dto('Status')
export class StatusDto {
  @Choice('FindingState', FINDING_STATES, { description: 'The worst of all findings.' })
  state: string;

  @Moment()
  checkedAt: string;

  @Text({ max: 40, description: 'The release the answering process runs.' })
  version: string;

  @Text({ max: 40, description: 'The version of Node it runs on.' })
  runtime: string;

  @ListOf(() => StatusFindingDto)
  findings: StatusFindingDto[];

  @ListOf(() => StatusNodeDto)
  nodes: StatusNodeDto[];

  @ListOf(() => StatusDiskDto)
  disks: StatusDiskDto[];

  @Part(() => StatusDatabaseDto)
  database: StatusDatabaseDto;
}

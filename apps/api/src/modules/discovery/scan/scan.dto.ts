import { Choice, Dto, Flag, Id, Int, Json, Moment, Text } from '@st0r/dto';
import { SCAN_STATES } from './scan.entity';

/** An uploaded network scan. */
@Dto('Scan')
export class ScanDto {
  @Id()
  id: string;

  @Id()
  organisationId: string;

  @Text({ max: 255 })
  filename: string;

  @Int({ min: 0, description: 'Bytes.' })
  size: number;

  @Text({ max: 64, description: 'Of the file; the same content is kept once per organisation.' })
  sha256: string;

  @Text({ max: 255 })
  scanner: string;

  @Text({
    max: 2000,
    description: 'The command line, its first 2,000 characters; one per line when the file holds several scans.',
  })
  args: string;

  @Moment({ optional: true })
  startedAt: string | null;

  @Moment({ optional: true })
  finishedAt: string | null;

  @Flag({ description: 'False when the scan was stopped or the file was cut: absent hosts then prove nothing.' })
  complete: boolean;

  @Int({ min: 1, description: 'Scans in the file.' })
  documents: number;

  @Text({ max: 500, list: true, description: 'What was odd about the file, in sentences.' })
  warnings: string[];

  @Int({ min: 0, description: 'Hosts the file lists, silent ones included.' })
  hostCount: number;

  @Int({ min: 0 })
  hostsUp: number;

  @Choice('ScanState', SCAN_STATES)
  state: string;

  @Text({ max: 64, description: 'Id of the person who uploaded it.' })
  uploadedBy: string;

  @Text({ max: 255 })
  uploadedByName: string;

  @Moment({ optional: true, description: 'When proposals of it were last accepted.' })
  acceptedAt: string | null;

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

/** The answer to an upload. */
@Dto('ScanUpload')
export class ScanUploadDto extends ScanDto {
  @Flag({ description: 'True when this very file was uploaded before; the answer is the scan of then.' })
  duplicate: boolean;
}

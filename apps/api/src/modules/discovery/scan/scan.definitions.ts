import { Id, InputDto, Part, Text } from '@st0r/dto';
import { defineJob } from '../../../platform/jobs';
import { ScanAcceptDto } from '../accept/scan-accept.dto';

/** Whose network was scanned; the file itself is kept with the job. */
@InputDto('ScanUploadJob')
export class ScanUploadJob {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  filename: string;
}

/** Which scan to accept, and what of it. */
@InputDto('ScanAcceptJob')
export class ScanAcceptJob {
  @Id()
  scanId: string;

  @Part(() => ScanAcceptDto)
  accept: ScanAcceptDto;
}

const LONG = { acts: { permission: 'discovery.run' }, pace: 'long', attempts: 2, timeoutSeconds: 1800 } as const;

export const readScanFile = defineJob({
  name: 'scan.read',
  title: 'Read a network scan',
  input: ScanUploadJob,
  ...LONG,
});
export const acceptScan = defineJob({
  name: 'scan.accept',
  title: 'Accept a network scan',
  input: ScanAcceptJob,
  ...LONG,
});

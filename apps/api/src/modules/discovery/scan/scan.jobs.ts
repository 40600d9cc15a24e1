import { Injectable } from '@nestjs/common';
import { HandlesJob, JobFiles, type JobHandler, type JobRun } from '../../../platform/jobs';
import type { ScanAcceptedDto } from '../accept/scan-accept.dto';
import { ScanAcceptService } from '../accept/scan-accept.service';
import { acceptScan, readScanFile, type ScanAcceptJob, type ScanUploadJob } from './scan.definitions';
import { ScanUploadService } from './scan-upload.service';

/** Reads a scan file that was uploaded earlier. */
@Injectable()
@HandlesJob(readScanFile)
export class ReadScanFile implements JobHandler<ScanUploadJob> {
  constructor(
    private readonly uploads: ScanUploadService,
    private readonly files: JobFiles,
  ) {}

  async run({ organisationId, filename }: ScanUploadJob, job: JobRun): Promise<object> {
    const content = await this.files.whole(job.id);
    await job.progress({ done: 0, unit: 'hosts', message: filename });
    const { scan, duplicate } = await this.uploads.take(organisationId, filename, content);
    return { scanId: scan.id, hosts: scan.hostCount, duplicate };
  }
}

/** Accepts a scan. */
@Injectable()
@HandlesJob(acceptScan)
export class AcceptScan implements JobHandler<ScanAcceptJob> {
  constructor(private readonly acceptance: ScanAcceptService) {}

  async run(
    { scanId, accept }: ScanAcceptJob,
    job: JobRun,
  ): Promise<Omit<ScanAcceptedDto, 'scan'> & { scanId: string }> {
    await job.progress({ done: 0, unit: 'hosts' });
    const { scan: _scan, ...done } = await this.acceptance.accept(scanId, accept);
    return { scanId, ...done };
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Repositories, UnitOfWork } from '../../../platform/database';
import { readUpload } from '../../../platform/http';
import { JobFiles, Jobs } from '../../../platform/jobs';
import type { ScanAcceptDto } from '../accept/scan-accept.dto';
import { LARGEST_SCAN_BYTES } from '../nmap';
import { ScanEntity } from './scan.entity';
import { ScanUploadService } from './scan-upload.service';
import { acceptScan, readScanFile } from './scan.definitions';

/** Reading and accepting scans as jobs, for files that take longer than one likes to wait. */
@Injectable()
export class ScanJobs {
  constructor(
    private readonly uploads: ScanUploadService,
    private readonly jobs: Jobs,
    private readonly files: JobFiles,
    private readonly work: UnitOfWork,
    private readonly repositories: Repositories,
  ) {}

  /** Keeps the uploaded file and queues reading it; answers the job's id. */
  async read(request: FastifyRequest): Promise<string> {
    const { filename, content, fields } = await readUpload(request, LARGEST_SCAN_BYTES);
    const organisationId = this.uploads.organisationOf({ organisationId: fields['organisationId'] });
    return this.work.run(async () => {
      const { id } = await this.jobs.enqueue(
        readScanFile,
        { organisationId, filename },
        { organisationId, subject: filename },
      );
      await this.files.keep(id, content);
      return id;
    });
  }

  /** Queues accepting a scan; answers the job's id. One scan is accepted by one job at a time. */
  async accept(scanId: string, accept: ScanAcceptDto): Promise<string> {
    const { organisationId, filename } = await this.repositories.of(ScanEntity).get(scanId);
    const options = { organisationId, subject: filename, uniqueKey: scanId };
    return (await this.jobs.enqueue(acceptScan, { scanId, accept }, options)).id;
  }
}

import { Injectable } from '@nestjs/common';
import { Flag, InputDto, Text } from '@st0r/dto';
import { Policy } from '../../../platform/authorize';
import { Forbidden } from '../../../platform/errors';
import { HandlesJob, JobFiles, defineJob, type JobHandler, type JobRun } from '../../../platform/jobs';
import type { ModelImportReportDto } from './model-import.dto';
import { ModelImportService } from './model-import.service';

/** Which file was uploaded; the file itself is kept with the job. */
@InputDto('ModelImportJob')
export class ModelImportJob {
  @Text({ max: 255 })
  filename: string;

  @Flag()
  dryRun: boolean;
}

export const importModels = defineJob({
  name: 'model.import',
  title: 'Import a device-type library',
  input: ModelImportJob,
  acts: 'person',
  pace: 'long',
  attempts: 2,
  timeoutSeconds: 1800,
});

@Injectable()
@HandlesJob(importModels)
export class ImportModels implements JobHandler<ModelImportJob> {
  constructor(
    private readonly imports: ModelImportService,
    private readonly files: JobFiles,
    private readonly policy: Policy,
  ) {}

  async run({ filename, dryRun }: ModelImportJob, job: JobRun): Promise<ModelImportReportDto> {
    // Asked for by an administrator, who may be one no longer.
    if (!this.policy.administers)
      throw new Forbidden('platform.admin_required', { detail: 'Only a platform administrator may do this.' });
    const content = await this.files.whole(job.id);
    await job.progress({ done: 0, unit: 'models', message: filename });
    return this.imports.importUpload({ filename, content, fields: { dryRun: String(dryRun) } });
  }
}

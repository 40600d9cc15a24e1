import { Injectable } from '@nestjs/common';
import { HandlesJob, type JobHandler, type JobRun } from '../../../platform/jobs';
import { importAssets } from './asset-import.definition';
import type { AssetImportDto, AssetImportResultDto } from './asset-import.dto';
import { AssetImportService } from './asset-import.service';

/** Carries out an import. */
@Injectable()
@HandlesJob(importAssets)
export class ImportAssets implements JobHandler<AssetImportDto> {
  constructor(private readonly imports: AssetImportService) {}

  run(input: AssetImportDto, job: JobRun): Promise<AssetImportResultDto> {
    return this.imports.run(input, (done, total) => job.progress({ done, total, unit: 'rows' }));
  }
}

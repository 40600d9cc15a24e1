import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { UnitOfWork } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import type { Upload } from '../../../platform/http';
import {
  LibraryRefused,
  readLibrary,
  readLibraryFolder,
  readLibraryZip,
  type LibraryFile,
  type LibraryReading,
} from '../device-types';
import { draftOfDevice } from './model-draft';
import { ModelImportReportDto, type ModelImportNoteDto } from './model-import.dto';
import { ModelStore, type StoreOutcome } from './model-store';

const SHOWN = 1000;

/** Imports device-type libraries: a folder on the server, an uploaded zip or a single YAML file. */
@Injectable()
export class ModelImportService {
  constructor(
    private readonly store: ModelStore,
    private readonly work: UnitOfWork,
  ) {}

  /** For the command line; needs an open request context. */
  async importLibraryFolder(path: string, dryRun = false): Promise<ModelImportReportDto> {
    return this.work.run(() => this.import(readLibraryFolder(path), dryRun));
  }

  /** An uploaded file; `fields.dryRun` = "true" writes nothing. */
  async importUpload({ filename, content, fields }: Upload): Promise<ModelImportReportDto> {
    const yaml = /\.ya?ml$/i.test(filename);
    return this.import(yaml ? single(filename, content) : readLibraryZip(content), fields['dryRun'] === 'true');
  }

  private async import(files: AsyncIterable<LibraryFile>, dryRun: boolean): Promise<ModelImportReportDto> {
    const reading = await readLibrary(files).catch((error: unknown) => {
      throw error instanceof LibraryRefused ? Invalid.field('/file', error.code, error.message) : error;
    });
    const outcome = await this.store.put(
      reading.devices.map(({ device }) => draftOfDevice(device)),
      dryRun,
    );
    return report(reading, outcome, dryRun);
  }
}

async function* single(path: string, content: Buffer): AsyncGenerator<LibraryFile> {
  yield { path, text: new TextDecoder().decode(content) };
}

function report(reading: LibraryReading, outcome: StoreOutcome, dryRun: boolean): ModelImportReportDto {
  const refusals = reading.refused.flatMap(({ path, errors }) => errors.map((error) => ({ path, ...error })));
  return present(ModelImportReportDto, {
    dryRun,
    created: outcome.created.length,
    updated: outcome.updated.length,
    unchanged: outcome.unchanged.length,
    refused: reading.refused.length,
    skipped: reading.skipped.length,
    createdModels: outcome.created.slice(0, SHOWN),
    updatedModels: outcome.updated.slice(0, SHOWN),
    refusals: refusals.slice(0, SHOWN),
    warnings: warningsOf(reading, outcome).slice(0, SHOWN),
  });
}

function warningsOf(reading: LibraryReading, outcome: StoreOutcome): ModelImportNoteDto[] {
  const kept = outcome.keptOwn.map((name) => ({
    path: name,
    pointer: '',
    code: 'model.kept',
    detail: `${name} is kept as it is: it was entered by hand, or another file of this library has its short name.`,
  }));
  const doubles = reading.duplicates.map(({ path, keptPath }) => ({
    path,
    pointer: '',
    code: 'model.duplicate',
    detail: `The same model stands in ${keptPath}, which was taken.`,
  }));
  const doubts = reading.devices.flatMap(({ path, warnings }) => warnings.map((warning) => ({ path, ...warning })));
  return [...kept, ...doubles, ...doubts];
}

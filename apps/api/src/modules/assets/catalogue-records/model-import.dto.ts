import { Dto, Flag, Int, ListOf, Text } from '@st0r/dto';

/** One thing the import has to say about one file. */
@Dto('ModelImportNote')
export class ModelImportNoteDto {
  @Text({ max: 1000 })
  path: string;

  @Text({ max: 100, description: 'Dotted code.' })
  code: string;

  @Text({ max: 1000, min: 0, description: 'JSON pointer into the file; empty for the file itself.' })
  pointer: string;

  @Text({ max: 2000 })
  detail: string;
}

/** What a device-type library brought. */
@Dto('ModelImportReport')
export class ModelImportReportDto {
  @Flag({ description: 'True when nothing was written.' })
  dryRun: boolean;

  @Int()
  created: number;

  @Int()
  updated: number;

  @Int()
  unchanged: number;

  @Int({ description: 'Files that could not be read as a device.' })
  refused: number;

  @Int({ description: 'Module and rack types, which are no devices.' })
  skipped: number;

  @Text({ max: 400, list: true, maxItems: 1000, description: 'The first 1,000 names.' })
  createdModels: string[];

  @Text({ max: 400, list: true, maxItems: 1000, description: 'The first 1,000 names.' })
  updatedModels: string[];

  @ListOf(() => ModelImportNoteDto, { maxItems: 1000, description: 'Why files were refused; the first 1,000.' })
  refusals: ModelImportNoteDto[];

  @ListOf(() => ModelImportNoteDto, { maxItems: 1000, description: 'What was taken with a doubt; the first 1,000.' })
  warnings: ModelImportNoteDto[];
}

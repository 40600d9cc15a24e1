import { Choice, Dto, Flag, Id, InputDto, Int, Json, ListOf, Text } from '@st0r/dto';

/** A property a column can fill. */
@Dto('AssetImportField')
export class AssetImportFieldDto {
  @Text({ max: 100 })
  key: string;

  @Text({ max: 120 })
  label: string;
}

/** One row of the file as it stands there. */
@Dto('AssetImportRow')
export class AssetImportRowDto {
  @Int()
  line: number;

  @Text({ max: 1_000_000, list: true, maxItems: 200 })
  cells: string[];
}

/** An uploaded file, ready to be mapped. */
@Dto('AssetImportPreview')
export class AssetImportPreviewDto {
  @Id()
  importId: string;

  @Text({ max: 255 })
  filename: string;

  @Text({ max: 1 })
  delimiter: string;

  @Text({ max: 20 })
  encoding: string;

  @Text({ max: 1_000_000, list: true })
  headers: string[];

  @ListOf(() => AssetImportRowDto, { maxItems: 20 })
  rows: AssetImportRowDto[];

  @ListOf(() => AssetImportFieldDto)
  fields: AssetImportFieldDto[];

  @Json({ description: 'Guess: field key -> column number, from 0.' })
  mapping: Record<string, number>;
}

export const MATCH_BY = ['serial', 'assetTag', 'name', 'externalId'] as const;
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;

/** How an uploaded file becomes assets. */
@InputDto('AssetImport')
export class AssetImportDto {
  @Id()
  importId: string;

  @Json({ description: 'Field key -> column number, from 0.' })
  mapping: Record<string, unknown>;

  @Choice('AssetImportMatch', MATCH_BY, { description: 'What a known asset is recognised by.' })
  match: (typeof MATCH_BY)[number];

  @Choice('DateOrder', DATE_ORDERS, { optional: true, description: 'Of days such as 1/2/2026; ymd when left out.' })
  dates?: (typeof DATE_ORDERS)[number] | null;

  @Flag({ optional: true, description: 'Undo the apostrophe guards of a formula-safe export; true when left out.' })
  guarded?: boolean | null;

  @Flag({ optional: true, description: 'Only say what would happen.' })
  dryRun?: boolean | null;
}

/** Something about one row. */
@Dto('AssetImportProblem')
export class AssetImportProblemDto {
  @Int()
  line: number;

  @Text({ max: 100, min: 0, description: 'Field key; empty for the whole row.' })
  field: string;

  @Text({ max: 100 })
  code: string;

  @Text({ max: 1000 })
  detail: string;
}

/** What a row changes in a known asset. */
@Dto('AssetImportDiff')
export class AssetImportDiffDto {
  @Int()
  line: number;

  @Id()
  id: string;

  @Text({ max: 255 })
  name: string;

  @Json({ description: 'Property -> {from, to}.' })
  changes: object;
}

/** What an import did, or would do. */
@Dto('AssetImportResult')
export class AssetImportResultDto {
  @Id()
  importId: string;

  @Flag()
  dryRun: boolean;

  @Int()
  created: number;

  @Int()
  updated: number;

  @Int({ description: 'Known and already as the file says.' })
  skipped: number;

  @Int({ description: 'Rows refused; see refused.csv.' })
  refused: number;

  @ListOf(() => AssetImportProblemDto, { maxItems: 1000, description: 'Why rows were refused; the first 1,000.' })
  problems: AssetImportProblemDto[];

  @ListOf(() => AssetImportProblemDto, { maxItems: 1000, description: 'What could not be carried; the first 1,000.' })
  warnings: AssetImportProblemDto[];

  @ListOf(() => AssetImportDiffDto, { maxItems: 200, description: 'The first 200 changes of known assets.' })
  diffs: AssetImportDiffDto[];
}

import { Injectable } from '@nestjs/common';
import { decodeCursor, type ListQuery } from '@st0r/list-query';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { RequestContext } from '../context';
import { UnitOfWork, ownershipOf } from '../database';
import { Invalid } from '../errors';
import { EventRecorder } from '../events';
import { readListQuery } from '../http/list-query';
import type { Page } from '../list';
import type { Resource } from '../resource/resource';
import { chosenColumns } from './chosen-columns';
import { columnsOf, type ChosenColumn, type ExportColumn } from './export-column';
import { EXPORT_TYPES, csvText, jsonText, xlsxFile, type ExportFormat } from './export.formats';

type Row = Record<string, unknown>;

/** More columns than the DTO declares, and what an export without `columns=` holds. */
export interface MoreColumns {
  readonly columns: readonly ExportColumn[];
  readonly usual: readonly string[];
}

/** Knows the further columns of a list, for the organisations in view. */
export interface ExportColumns {
  of(scope: readonly string[]): Promise<MoreColumns>;
}

/** A list on its way out. */
export interface Exported {
  resource: Resource;
  list: (query: ListQuery) => Promise<Page<object>>;
  more: ExportColumns | undefined;
}

/** A file to answer with. */
export interface ExportFile {
  type: string;
  name: string;
  content: Readable | Buffer;
}

const PAGE = 500;
/** A spreadsheet is made in memory before it leaves. */
const MOST_XLSX_ROWS = 10_000;

/** Exactly the rows a list query finds, in the columns asked for; read page by page while the file leaves. */
@Injectable()
export class ListExport {
  constructor(
    private readonly context: RequestContext,
    private readonly work: UnitOfWork,
    private readonly recorder: EventRecorder,
  ) {}

  async file(exported: Exported, params: Record<string, string>): Promise<ExportFile> {
    const { format: asked = 'csv', columns: wanted, lossless, ...rest } = params;
    const format = formatOf(asked);
    const { resource, more } = exported;
    const query = readListQuery(resource.list.shape, rest);
    const declared = columnsOf(resource.dto);
    const further = await more?.of(resource.tenant ? this.context.scope : []);
    const usual = further?.usual ?? declared.map(({ key }) => key);
    const columns = chosenColumns(wanted, [...declared, ...(further?.columns ?? [])], usual);
    await this.record(resource, { format, query, columns });
    const name = `${resource.path}.${format}`;
    const rows = this.rows(exported, query);
    const answer = { type: EXPORT_TYPES[format], name };
    if (format === 'xlsx') return { ...answer, content: await xlsxFile(bounded(rows), columns) };
    const text = format === 'csv' ? csvText(rows, columns, lossless === 'true') : jsonText(rows, columns);
    return { ...answer, content: inThisContext(text) };
  }

  private async *rows({ list }: Exported, query: ListQuery): AsyncGenerator<Row> {
    let next: ListQuery | undefined = { ...query, limit: PAGE, cursor: undefined, total: false };
    while (next) {
      const page: Page<object> = await list(next);
      yield* page.rows as Row[];
      next = page.next === null ? undefined : { ...next, cursor: decodeCursor(next.sort, page.next) };
    }
  }

  /** One event per organisation, so that each finds in its own log who took its list out. */
  private async record(
    { entity, noun, tenant }: Resource,
    run: { format: string; query: ListQuery; columns: readonly ChosenColumn[] },
  ): Promise<void> {
    const { events } = ownershipOf(entity);
    const details = {
      format: run.format,
      filters: run.query.filters.map(({ field }) => field),
      columns: run.columns.map(({ key }) => key),
    };
    const organisations = tenant ? this.context.scope : [null];
    await this.work.run(async () => {
      for (const organisationId of organisations)
        this.recorder.record({ action: `${noun}.exported`, category: events ?? 'record', organisationId, details });
    });
  }
}

function formatOf(text: string): ExportFormat {
  if (Object.hasOwn(EXPORT_TYPES, text)) return text as ExportFormat;
  throw Invalid.field('/query/format', 'choice', 'Choose csv, xlsx or json.', { allowed: Object.keys(EXPORT_TYPES) });
}

async function* bounded(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > MOST_XLSX_ROWS)
      throw Invalid.field(
        '/query/format',
        'too_many',
        `A spreadsheet holds at most ${MOST_XLSX_ROWS} rows of a list. Narrow it down, or take CSV.`,
        { max: MOST_XLSX_ROWS },
      );
    yield row;
  }
}

/** The socket asks for the next chunk outside of the request; each chunk is made inside it. */
function inThisContext(chunks: AsyncGenerator<string>): Readable {
  const within = AsyncLocalStorage.snapshot();
  return Readable.from({
    [Symbol.asyncIterator]: () => ({
      next: () => within(() => chunks.next()),
      return: () => within(() => chunks.return(undefined)),
    }),
  });
}

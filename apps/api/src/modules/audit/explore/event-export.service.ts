import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import type { ListQuery } from '@st0r/list-query';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { Invalid } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { CsvWriter } from '../../../platform/csv';
import type { ChainHead } from './event.service';
import type { EventDto } from './event.dto';
import { EVENT_CSV_COLUMNS } from './event.csv';
import { EventService } from './event.service';
import { ProofExport } from '../proof/proof-export.service';

const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  proofs: 'application/jsonl; charset=utf-8',
} as const;
const ENDINGS = { csv: 'csv', jsonl: 'jsonl', proofs: 'proofs.jsonl' } as const;
type Format = keyof typeof FORMATS;
const PAGE = 2_000;

/** A file on its way out. */
export interface ExportFile {
  name: string;
  type: string;
  stream: Readable;
}

interface Run {
  id: string;
  format: Format;
  query: ListQuery;
  /** Rows of each organisation in scope so far. */
  rows: Map<string, number>;
  /** The end of the sealed chain when the export began. */
  head: ChainHead | null;
}

/** Every event a filter finds, as CSV for people or JSON lines for programs; asking for it is an event, and so is its end. */
@Injectable()
export class EventExport {
  constructor(
    private readonly events: EventService,
    private readonly recorder: EventRecorder,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly proofs: ProofExport,
  ) {}

  /** Records the request, then streams: nothing leaves before it is written down who took it. */
  async export(format: string, query: ListQuery): Promise<ExportFile> {
    if (!isFormat(format))
      throw Invalid.field('/query/format', 'choice', 'Export as csv, jsonl or proofs.', {
        allowed: Object.keys(FORMATS),
      });
    const rows = new Map(this.context.scope.map((id) => [id, 0]));
    const run: Run = { id: uuid7(), format, query, rows, head: await this.events.chainHead() };
    await this.work.run(async () => this.record('audit.export_started', run, {}));
    const name = `events-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.${ENDINGS[format]}`;
    return {
      name,
      type: FORMATS[format],
      stream: Readable.from(this.hashed(run, this.inThisContext()), { objectMode: false }),
    };
  }

  private async *hashed(run: Run, inContext: InContext): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let complete = false;
    try {
      for await (const text of this.lines(run, inContext)) {
        const bytes = Buffer.from(text);
        hash.update(bytes);
        yield bytes;
      }
      complete = true;
    } finally {
      const facts = complete ? { sha256: hash.digest('hex') } : { aborted: true };
      await inContext(() => this.work.runApart(async () => this.record('audit.exported', run, facts)));
    }
  }

  private lines(run: Run, inContext: InContext): AsyncIterable<string> {
    if (run.format === 'proofs') return this.proved(run, inContext);
    const rows = this.rows(run, inContext);
    return run.format === 'csv'
      ? new CsvWriter<EventDto>(EVENT_CSV_COLUMNS, { bom: true }).write(rows)
      : jsonLines(rows);
  }

  private async *proved(run: Run, inContext: InContext): AsyncGenerator<string> {
    const read: InContext = (work) => inContext(() => this.work.outside(work));
    for await (const { text, organisationId } of this.proofs.lines(read)) {
      if (organisationId) run.rows.set(organisationId, (run.rows.get(organisationId) ?? 0) + 1);
      yield text;
    }
  }

  private async *rows(run: Run, inContext: InContext): AsyncGenerator<EventDto> {
    let query: ListQuery = { ...run.query, limit: PAGE, total: false, cursor: undefined };
    for (;;) {
      const page = await inContext(() => this.work.outside(() => this.events.list(query)));
      for (const event of page.rows) {
        const owner = event.organisationId ?? '';
        run.rows.set(owner, (run.rows.get(owner) ?? 0) + 1);
        yield event;
      }
      const last = page.rows.at(-1);
      if (page.next === null || !last) return;
      query = { ...query, cursor: { values: [last.number], id: last.id } };
    }
  }

  /** One event per organisation, so that each finds in its own log who took it out. */
  private record(action: string, { id, format, query, rows, head }: Run, facts: Record<string, unknown>): void {
    // Proofs are of everything: a part of the log could not be proved.
    const filter = format === 'proofs' ? null : { filters: query.filters, q: query.q ?? null };
    for (const [organisationId, count] of rows)
      this.recorder.record({
        action,
        category: 'security',
        outcome: facts['aborted'] ? 'failure' : 'success',
        organisationId,
        details: { export: id, format, filter, head, ...(action === 'audit.exported' ? { count } : {}), ...facts },
      });
  }

  /** The stream is read after the handler has returned: each step opens the context of this request again. */
  private inThisContext(): InContext {
    const { actor, origin, scope } = this.context;
    return (work) =>
      this.context.run(origin, () => {
        this.context.become(actor);
        this.context.limitTo(scope);
        return work();
      });
  }
}

type InContext = <T>(work: () => Promise<T>) => Promise<T>;

async function* jsonLines(rows: AsyncIterable<EventDto>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

const isFormat = (format: string): format is Format => Object.hasOwn(FORMATS, format);

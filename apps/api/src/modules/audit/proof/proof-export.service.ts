import { Injectable } from '@nestjs/common';
import { openCheckpoint } from '@st0r/crypto';
import { InjectSettings, type Settings } from '../../../platform/config';
import { RequestContext } from '../../../platform/context';
import { Sql, Statements } from '../../../platform/database';
import { Conflict, Invalid } from '../../../platform/errors';
import { CheckpointFile } from '../seal/checkpoint-file';
import { NO_EPOCH, openEpoch, type Epoch } from '../seal/epoch';
import { STORED_COLUMNS, hashed } from '../seal/stored-event';
import { ProofMaker, type ProofEnd, type ProofHead, type ProofLine, type SealedEvent } from './proof-lines';

const PAGE = 1_000;

/** The events of one organisation with proofs that they stand in the signed log, and nobody else's events. */
@Injectable()
export class ProofExport {
  constructor(
    private readonly sql: Sql,
    private readonly statements: Statements,
    private readonly context: RequestContext,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  /** The lines of the file; `run` reopens the request's context for each read, because a stream outlives its handler. */
  async *lines(
    run: <T>(work: () => Promise<T>) => Promise<T>,
  ): AsyncGenerator<{ text: string; organisationId?: string }> {
    const [organisationId, ...others] = await run(async () => this.context.scope);
    if (organisationId === undefined || others.length > 0)
      throw Invalid.field('/query/org', 'required', 'Proofs are made for one organisation: name it with org=.');
    const { head, epoch, size } = await run(() => this.head(organisationId));
    yield { text: line(head) };
    const proofs = await ProofMaker.over({ hashes: (from, to) => run(() => this.hashes(from, to)) }, epoch, size);
    let count = 0;
    for (let after = 0; ;) {
      const events = await run(() => this.events(after, size));
      for (const event of events) {
        const path = await proofs.pathOf(event.seq);
        yield { text: line(lineOf(event, path)), organisationId };
        count += 1;
      }
      if (events.length < PAGE) break;
      after = events.at(-1)!.n;
    }
    yield { text: line({ kind: 'end', count } satisfies ProofEnd) };
  }

  private async head(organisationId: string): Promise<{ head: ProofHead; epoch: Epoch; size: number }> {
    const verifier = CheckpointFile.verifierIn(this.settings.DATA_DIR);
    const [last] = await this.statements.run<{ note: string }[]>(
      'SELECT note FROM event_checkpoint ORDER BY size DESC LIMIT 1',
    );
    if (!verifier || !last)
      throw new Conflict('audit.no_checkpoint', {
        detail: 'The log has no checkpoint yet. One is signed every five minutes; try again then.',
        retryable: true,
      });
    const { size } = openCheckpoint(last.note, verifier);
    const [kept] = await this.statements.run<EpochText[]>(
      'SELECT number, first_seq, last_seq, note FROM event_epoch ORDER BY number DESC LIMIT 1',
    );
    const epoch = kept ? openEpoch(asNumbers(kept), verifier) : NO_EPOCH;
    const head = {
      kind: 'clientst0r.audit.proofs',
      version: 1,
      checkpoint: last.note,
      verifier,
      organisationId,
    } as const;
    return { head, epoch, size };
  }

  private async hashes(from: number, to: number): Promise<Buffer[]> {
    const rows = await this.statements.run<{ row_hash: Buffer }[]>(
      'SELECT row_hash FROM event_seal WHERE seq BETWEEN ? AND ? ORDER BY seq',
      [from, to],
    );
    return rows.map((row) => row.row_hash);
  }

  private async events(after: number, size: number): Promise<SealedEvent[]> {
    const rows = await this.sql.scoped<SealedEvent>(
      `SELECT s.seq, ${STORED_COLUMNS} FROM event e JOIN event_seal s ON s.event_n = e.n
       WHERE e.organisation_id IN (:scope) AND e.n > ? AND s.seq <= ? ORDER BY e.n LIMIT ${PAGE}`,
      [after, size],
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq), n: Number(row.n), node_seq: Number(row.node_seq) }));
  }
}

type EpochText = { number: number; first_seq: string; last_seq: string; note: string };

const asNumbers = ({ number, first_seq, last_seq, note }: EpochText) => ({
  number: Number(number),
  first_seq: Number(first_seq),
  last_seq: Number(last_seq),
  note,
});

const lineOf = (event: SealedEvent, path: readonly string[]): ProofLine => ({
  seq: event.seq,
  row: hashed(event) as ProofLine['row'],
  mac: event.mac.toString('hex'),
  path,
});

const line = (value: ProofHead | ProofLine | ProofEnd): string => `${JSON.stringify(value)}\n`;

import type { KeyObject } from 'node:crypto';
import { openCheckpoint, signCheckpoint, signingKeyPair, verifierKey, type Checkpoint } from '@st0r/crypto';
import type { Settings } from '../../../platform/config';
import { AccountDatabase, Lease, type AccountSession } from '../../../platform/database';
import { stamp } from '../../../platform/events/event-text';
import { readSecret } from '../../../platform/keys';
import { Anchors, type AnchorFault } from './anchors';
import { LOG_ORIGIN } from './checkpoint-file';
import { latestEpoch } from './epoch';
import { SealedChain } from './sealed-chain';
import { STORED_COLUMNS, hashOf, type StoredEvent } from './stored-event';

const BATCH = 1_000;
/** Numbers looked through at once. */
const WINDOW = 20_000;
const CHECKPOINT_EVENTS = 1_000;
const CHECKPOINT_MS = 5 * 60_000;
/** A row may become visible this long after rows with higher numbers; then only an hourly look back finds it. */
const LATE_MS = 60_000;
const LOOK_BACK_MS = 3_600_000;

/** What the one sealer holds. Each batch of seals is stored together with the proof that it still leads. */
export class Leadership {
  private marks: { at: number; n: number }[] = [];
  private lookedBackAt = Date.now();
  private highest = 0;
  /** Further anchors that did not take the last checkpoint. */
  faults: readonly AnchorFault[] = [];

  private constructor(
    private readonly database: AccountDatabase,
    private readonly session: AccountSession,
    private readonly lease: Lease,
    private readonly state: { chain: SealedChain; signedSize: number; signedAt: number },
    private readonly signing: { key: KeyObject; anchors: Anchors },
  ) {}

  /** Takes the lead, or answers undefined while another process has it. */
  static async take(settings: Settings): Promise<Leadership | undefined> {
    const database = await AccountDatabase.open(settings, 'retention');
    let lease: Lease | undefined;
    try {
      lease = await Lease.take(database, 'sealer');
      if (lease) return await Leadership.begin(settings, database, lease);
    } catch (error) {
      await lease?.end().catch(() => undefined);
      await database.close();
      throw error;
    }
    await database.close();
    return undefined;
  }

  private static async begin(settings: Settings, database: AccountDatabase, lease: Lease): Promise<Leadership> {
    // After the lease: on whatever node this is, all that was sealed before it is there now.
    const session = await database.session();
    const { privateKey, publicKey } = signingKeyPair(readSecret(settings.SECRETS_DIR, 'checkpoint-signing.key'));
    const verifier = verifierKey(LOG_ORIGIN, publicKey);
    const anchors = new Anchors(settings, verifier);
    const last = anchors.newest();
    const anchor: Checkpoint | undefined = last === undefined ? undefined : openCheckpoint(last, verifier);
    const chain = await SealedChain.load(session, await latestEpoch(session, verifier), anchor);
    const [signed] = await session.query<{ size: number; created_at: string }>(
      'SELECT size, created_at FROM event_checkpoint ORDER BY size DESC LIMIT 1',
    );
    const state = {
      chain,
      signedSize: signed?.size ?? 0,
      signedAt: signed ? Date.parse(`${signed.created_at.replace(' ', 'T')}Z`) : 0,
    };
    return new Leadership(database, session, lease, state, { key: privateKey, anchors });
  }

  /** True once everybody uses another database server than this lead does. */
  get left(): boolean {
    return this.database.left;
  }

  /** Seals every committed row that has no seal yet, in the order of their numbers; answers how many. */
  async seal(): Promise<number> {
    const [top] = await this.session.query<{ n: number | null }>('SELECT MAX(n) AS n FROM event');
    const end = Number(top?.n ?? 0);
    let sealed = 0;
    for (let after = this.floor(); after < end;) {
      const rows = await this.unsealed(after);
      if (rows.length > 0) await this.store(rows);
      sealed += rows.length;
      after = rows.length < BATCH ? Math.min(after + WINDOW, end) : (rows.at(-1)?.n ?? end);
      this.highest = Math.max(this.highest, after);
      await this.signIfDue();
    }
    await this.signIfDue();
    return sealed;
  }

  /** Looks through one window of numbers: over the whole table the database would collect every seal first. */
  private unsealed(after: number): Promise<StoredEvent[]> {
    return this.session.query<StoredEvent>(
      `SELECT ${STORED_COLUMNS} FROM event e WHERE e.n > ? AND e.n <= ?
       AND NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.event_n = e.n) ORDER BY e.n LIMIT ?`,
      [after, after + WINDOW, BATCH],
    );
  }

  /** Ends the lead, so that somebody else can take it at once. */
  async end(): Promise<void> {
    try {
      await this.lease.end();
    } finally {
      await this.session.release();
      await this.database.close();
    }
  }

  private async store(rows: readonly StoredEvent[]): Promise<void> {
    const params = rows.flatMap((row) => {
      const { seq, row_hash, hash } = this.state.chain.link(hashOf(row));
      return [seq, row.n, row_hash, hash];
    });
    const values = rows.map(() => '(?, ?, ?, ?)').join(', ');
    await this.session.transaction(async () => {
      await this.lease.confirm(this.session);
      await this.session.query(`INSERT INTO event_seal (seq, event_n, row_hash, hash) VALUES ${values}`, params);
    });
  }

  private async signIfDue(): Promise<void> {
    const { chain, signedSize, signedAt } = this.state;
    const fresh = chain.size - signedSize;
    if (fresh === 0 || (fresh < CHECKPOINT_EVENTS && Date.now() - signedAt < CHECKPOINT_MS)) return;
    const note = signCheckpoint({ origin: LOG_ORIGIN, size: chain.size, root: chain.root() }, this.signing.key);
    const now = new Date();
    await this.session.transaction(async () => {
      await this.lease.confirm(this.session);
      // The file first: a checkpoint that only the database knows would be the attacker's to remove.
      this.faults = this.signing.anchors.append(note);
      await this.session.query('INSERT INTO event_checkpoint (size, note, created_at) VALUES (?, ?, ?)', [
        chain.size,
        note,
        stamp(now),
      ]);
    });
    this.state.signedSize = chain.size;
    this.state.signedAt = now.getTime();
  }

  /** Rows up to here are sealed or will never be there; the first look, and one an hour, starts at the beginning. */
  private floor(): number {
    const now = Date.now();
    if (now - this.lookedBackAt > LOOK_BACK_MS) {
      this.lookedBackAt = now;
      return 0;
    }
    const old = this.marks.filter((mark) => now - mark.at > LATE_MS);
    const floor = old.at(-1);
    this.marks = [...(floor ? [floor] : []), ...this.marks.filter((mark) => now - mark.at <= LATE_MS)];
    if (this.highest > (this.marks.at(-1)?.n ?? 0)) this.marks.push({ at: now, n: this.highest });
    return floor?.n ?? 0;
  }
}

import { Injectable } from '@nestjs/common';
import { MerkleTree, signCheckpoint, signingKeyPair, verifierKey } from '@st0r/crypto';
import { InjectSettings, type Settings } from '../../../platform/config';
import { AccountDatabase, UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { stamp } from '../../../platform/events/event-text';
import { PlatformKeys, readSecret } from '../../../platform/keys';
import { Anchors } from '../seal/anchors';
import { LOG_ORIGIN } from '../seal/checkpoint-file';
import { latestEpoch, signEpoch, type Epoch } from '../seal/epoch';
import { ChainWalk } from '../verify/chain-walk';
import { RowChecks } from '../verify/row-checks';
import { Findings, type BadRow } from '../verify/verify-report';
import { EpochEnd } from './epoch-end';
import { RetentionRulesService } from './retention-rules.service';

/** Rows per statement: a removal must not hold anybody up. */
const BATCH = 2_000;

/** What a run did. */
export interface Removal {
  readonly removed: number;
  readonly epoch: number | null;
  /** Why nothing more went. */
  readonly because: string | null;
}

/** Old rows do not fit together: whoever changed them must not get rid of the proof. */
export class OldEventsChanged extends Error {
  constructor(readonly firstBad: BadRow | undefined) {
    super('Old events are not as they were written, so none was removed: run "audit verify".');
  }
}

/**
 * Removes events whose time is over: verifies them, keeps a signed epoch the chain goes on from, and only then deletes.
 * The database lets nobody delete an event that no epoch vouches for, and only the retention account at all.
 */
@Injectable()
export class Retention {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly keys: PlatformKeys,
    private readonly rules: RetentionRulesService,
    private readonly events: EventRecorder,
    private readonly work: UnitOfWork,
  ) {}

  async run(now = new Date(), signal?: AbortSignal): Promise<Removal> {
    const database = await AccountDatabase.open(this.settings, 'retention');
    try {
      const { privateKey, publicKey } = signingKeyPair(readSecret(this.settings.SECRETS_DIR, 'checkpoint-signing.key'));
      const verifier = verifierKey(LOG_ORIGIN, publicKey);
      const before = await latestEpoch(database, verifier);
      // A run that was stopped half-way is brought to its end first.
      await this.remove(database, before, signal);
      const { to, because } = await new EpochEnd(database, before).find(await this.rules.read(), now);
      if (to === before.lastSeq) return { removed: 0, epoch: null, because };
      const epoch = await this.verified(database, before, to);
      this.anchor(epoch, { privateKey, verifier });
      await database.query(
        'INSERT INTO event_epoch (number, first_seq, last_seq, note, created_at) VALUES (?, ?, ?, ?, ?)',
        [epoch.number, epoch.firstSeq, epoch.lastSeq, signEpoch(epoch, privateKey), stamp(now)],
      );
      // First the event: a run that is stopped while it removes has still said what goes.
      await this.note(epoch);
      await this.remove(database, epoch, signal);
      return { removed: epoch.lastSeq - before.lastSeq, epoch: epoch.number, because };
    } finally {
      await database.close();
    }
  }

  /** Nothing goes that cannot be proved to be as it was written. */
  private async verified(database: AccountDatabase, before: Epoch, to: number): Promise<Epoch> {
    const findings = new Findings();
    const rows = new RowChecks(this.keys.auditMac, findings, before.lastSeq === 0);
    const from = before.lastSeq + 1;
    const walk = new ChainWalk({ database, rows, findings, checkpoints: undefined }, { from, to, epoch: before });
    const last = await walk.run();
    if (last !== to || findings.firstBad) throw new OldEventsChanged(findings.firstBad);
    return { number: before.number + 1, firstSeq: from, ...walk.end };
  }

  private anchor(
    { lastSeq: size, edge }: Epoch,
    { privateKey, verifier }: { privateKey: Parameters<typeof signCheckpoint>[1]; verifier: string },
  ): void {
    const root = new MerkleTree(edge).root();
    new Anchors(this.settings, verifier).append(signCheckpoint({ origin: LOG_ORIGIN, size, root }, privateKey));
  }

  /** Events first, then their seals: what a stopped run leaves is found by its seals. */
  private async remove(database: AccountDatabase, { lastSeq }: Epoch, signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const [first] = await database.query<{ seq: number | null }>('SELECT MIN(seq) AS seq FROM event_seal');
      if (first?.seq == null || first.seq > lastSeq) return;
      const end = Math.min(first.seq + BATCH - 1, lastSeq);
      await database.query('DELETE e FROM event e JOIN event_seal s ON s.event_n = e.n WHERE s.seq BETWEEN ? AND ?', [
        first.seq,
        end,
      ]);
      await database.query('DELETE FROM event_seal WHERE seq BETWEEN ? AND ?', [first.seq, end]);
    }
  }

  private async note({ number, firstSeq, lastSeq }: Epoch): Promise<void> {
    await this.work.run(async () => {
      this.events.record({
        action: 'audit.retention_dropped',
        category: 'security',
        details: { epoch: number, firstSeq, lastSeq, count: lastSeq - firstSeq + 1 },
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../platform/config';
import type { StillAlone } from '../../platform/database';
import { BackupDamaged, BackupError } from './backup.error';
import { BackupBook } from './books/backup-book.service';
import { TargetBook } from './books/target-book.service';
import { BackupPruner } from './keep/backup-pruner.service';
import { alone } from './make/alone';
import { BackupMaker, newBackupName, type MadeBackup } from './make/backup-maker.service';
import { BackupProver, type ProofKeys } from './prove/backup-prover.service';
import type { Proof } from './prove/scratch-proof';
import { openTargets } from './targets/open-target';

/** What a run ended with; without a proof where none was wanted. */
export interface BackupOutcome {
  name: string;
  bytes: number;
  rows: number;
  proof: Proof | null;
  pruned: number;
}

/** Making a backup, proving it, and forgetting the old ones, with the books kept. */
@Injectable()
export class Backups {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly maker: BackupMaker,
    private readonly prover: BackupProver,
    private readonly pruner: BackupPruner,
    private readonly book: BackupBook,
    private readonly targets: TargetBook,
  ) {}

  /** Makes one, opens what was written with a key that dies with this process, and prunes. One at a time. Opens units of work itself. */
  async create(how: { verify?: boolean } = {}): Promise<BackupOutcome> {
    try {
      return await alone(this.settings, (still) => this.made(how, still));
    } finally {
      // Whether it went well or not: the page tells what is there now.
      await this.targets.keep();
    }
  }

  private async made({ verify = true }: { verify?: boolean }, still: StillAlone): Promise<BackupOutcome> {
    const name = newBackupName();
    await this.book.begun(name, openTargets(this.settings).data.place);
    const made = await this.noted(name, () => this.maker.make(name));
    await this.noted(name, still);
    await this.book.made(made);
    const proof = verify ? await this.proved(made) : null;
    // Two that forget old ones at once would each count the same ones as left.
    await this.noted(name, still);
    // What was proved wrong is no reason to forget what was right.
    const gone = proof && proof.problems.length > 0 ? { data: [], keys: [] } : await this.pruner.prune();
    const { bytes, rows } = sizesOf(made);
    return { name, bytes, rows, proof, pruned: gone.data.length + gone.keys.length };
  }

  /** Proves a backup with keys that somebody brought. */
  async verify(name: string | undefined, keys: ProofKeys): Promise<{ name: string; proof: Proof }> {
    try {
      const proved = await this.prover.prove(name, keys);
      await this.book.proved(proved.name, proved.proof);
      return proved;
    } catch (error) {
      if (error instanceof BackupDamaged) await this.book.failed(error.backup, error.message);
      throw error;
    }
  }

  private async proved({ data, passing }: MadeBackup): Promise<Proof> {
    const keys = { data: [passing.identity], keys: [passing.identity] };
    return this.noted(data.name, async () => (await this.verify(data.name, keys)).proof);
  }

  private async noted<T>(name: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      // Written down already, by whoever found it.
      if (error instanceof BackupDamaged) throw error;
      const problem = error instanceof BackupError ? error.message : `It ended with ${(error as Error).name}.`;
      await this.book.failed(name, problem);
      throw error;
    }
  }
}

function sizesOf({ data, keys }: MadeBackup): { bytes: number; rows: number } {
  const bytes = [...data.objects, ...keys.objects].reduce((sum, one) => sum + one.bytes, 0);
  return { bytes, rows: Object.values(data.rows).reduce((sum, count) => sum + count, 0) };
}

import { Injectable } from '@nestjs/common';
import { InjectSettings, madeAt, outOfTime, readKeepRules, surplus, type Settings } from '../../../platform/config';
import { KEY_BACKUP_DAYS } from '../../../platform/keys';
import { wholeOnes } from '../archive/manifest';
import { BackupBook } from '../books/backup-book.service';
import type { BackupTarget } from '../targets/backup-target';
import { openTargets } from '../targets/open-target';

/** What may go, by half. */
export interface Prunable {
  data: string[];
  keys: string[];
}

/** A folder without a manifest may belong to a run that is under way. */
const ABANDONED_MS = 86_400_000;

/** Removes what the rules no longer keep. Copies of keys die after their days, so that a shredded client stays shredded. */
@Injectable()
export class BackupPruner {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly book: BackupBook,
  ) {}

  async surplus(): Promise<Prunable> {
    const { data, keys } = openTargets(this.settings);
    const rules = readKeepRules(this.settings.BACKUP_KEEP);
    // Two rows of copies: one that nobody proved never takes the place of one that is known to bring everything back.
    const proved = await this.book.provedNames();
    const whole = await wholeOnes(data);
    const rows = [whole.filter((name) => proved.has(name)), whole.filter((name) => !proved.has(name))];
    return {
      data: [...rows.flatMap((names) => surplus(names, rules)), ...(await abandoned(data))],
      keys: [...outOfTime(await wholeOnes(keys), KEY_BACKUP_DAYS), ...(await abandoned(keys))],
    };
  }

  async prune(): Promise<Prunable> {
    const targets = openTargets(this.settings);
    const gone = await this.surplus();
    for (const kind of ['data', 'keys'] as const) {
      for (const name of gone[kind]) await targets[kind].remove(name);
      if (gone[kind].length > 0) await this.book.removed(gone[kind], kind);
    }
    return gone;
  }
}

async function abandoned(target: BackupTarget): Promise<string[]> {
  const whole = new Set(await wholeOnes(target));
  const known = new Set([...(await target.names()), ...(await target.unfinished())]);
  const left = [...known].filter((name) => !whole.has(name)).sort();
  return left.filter((name) => Date.now() - madeAt(name).getTime() > ABANDONED_MS);
}

import { isAbsolute, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Sql, UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { KEY_BACKUP_DAYS } from '../../../platform/keys';
import { ArchiveReader } from '../archive/archive-reader';
import { wholeOnes } from '../archive/manifest';
import { verifierOf } from '../archive/signing';
import { BackupError } from '../backup.error';
import type { BackupTarget } from '../targets/backup-target';
import { openTargets } from '../targets/open-target';
import { RECIPIENT_KINDS, type RecipientKind } from './recipients.service';

/** What somebody who looked at a target found. */
export interface TargetLook {
  readonly half: RecipientKind;
  readonly place: string;
  /** Why it could not be reached; null when it could. */
  readonly problem: string | null;
  /** Whole backups that lie there. */
  readonly backups: number;
  /** When the newest of them that was proved was made. */
  readonly verifiedFrom: string | null;
}

/** A target, with what was found the last time; nobody may have looked yet. */
export interface KnownTarget extends TargetLook {
  readonly kind: BackupTarget['kind'];
  /** Rules by which they go, or days after which they do. */
  readonly keep: string;
  readonly lookedAt: string | null;
  /** It lies in the data folder, on the disk of the installation. */
  readonly own: boolean;
}

const PROBLEM_CHARS = 1000;
const NEVER = { lookedAt: null, problem: null, backups: 0, verifiedFrom: null };

/** What is known about the places backups lie at. Only who has their secrets looks; everybody else reads what was found. */
@Injectable()
export class TargetBook {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly recorder: EventRecorder,
  ) {}

  /** The targets of the settings; what was found at others that were named before counts no more. */
  async known(): Promise<KnownTarget[]> {
    const rows = await this.sql.house<TargetLook & { lookedAt: string }>(
      'SELECT half, place, looked_at AS lookedAt, problem, backups, verified_from AS verifiedFrom FROM backup_target',
    );
    const targets = openTargets(this.settings);
    const keeps = { data: this.settings.BACKUP_KEEP, keys: `days=${KEY_BACKUP_DAYS}` };
    return RECIPIENT_KINDS.map((half) => {
      const { place, kind } = targets[half];
      const row = rows.find((one) => one.half === half && one.place === place);
      return { ...NEVER, ...row, half, place, kind, keep: keeps[half], own: kind === 'folder' && this.isOwn(place) };
    });
  }

  /** Goes there and looks, one after the other. */
  async look(): Promise<TargetLook[]> {
    const targets = openTargets(this.settings);
    const looks: TargetLook[] = [];
    for (const half of RECIPIENT_KINDS) looks.push(await this.lookAt(half, targets[half]));
    return looks;
  }

  /** Looks and writes down what was found; that a target cannot be reached any more, or can again, is an event. */
  async keep(): Promise<TargetLook[]> {
    const before = await this.known();
    const looks = await this.look();
    await this.work.runApart(async () => {
      for (const look of looks) await this.note(look, before.find(({ half }) => half === look.half)?.problem ?? null);
    });
    return looks;
  }

  private isOwn(folder: string): boolean {
    const way = relative(this.settings.DATA_DIR, folder);
    return !way.startsWith('..') && !isAbsolute(way);
  }

  private async lookAt(half: RecipientKind, target: BackupTarget): Promise<TargetLook> {
    const found = { half, place: target.place, problem: null, backups: 0, verifiedFrom: null };
    try {
      const names = await wholeOnes(target);
      const problem = await this.lossAt(half, target, names);
      return { ...found, problem, backups: names.length, verifiedFrom: await this.newestVerified(names) };
    } catch (error) {
      // Whatever it is, the other half is looked at as well, and a backup that went well stays one.
      return { ...found, problem: wordsOf(error).slice(0, PROBLEM_CHARS) };
    }
  }

  /**
   * What of the newest ones is gone though the books or its own manifest say otherwise: nobody removed it here. Books that
   * came back with a restore end with the backup they lay in, which was not proved yet: what went after that they cannot know.
   */
  private async lossAt(half: RecipientKind, target: BackupTarget, names: readonly string[]): Promise<string | null> {
    const [last] = await this.sql.house<{ name: string; state: string }>(
      `SELECT name, state FROM backup_run WHERE state IN ('verified', 'made') AND removed_at IS NULL AND place = ?
       ORDER BY made_at DESC LIMIT 1`,
      [target.place.slice(0, 500)],
    );
    if (half === 'data' && last?.state === 'verified' && !names.includes(last.name))
      return `The backup ${last.name}, which was proved and which nobody removed here, is gone from ${target.place}.`;
    const newest = names.at(-1);
    if (newest)
      await (await ArchiveReader.open(target, newest, { verifier: verifierOf(this.settings) })).requireWhole();
    return null;
  }

  private async newestVerified(names: readonly string[]): Promise<string | null> {
    if (names.length === 0) return null;
    const [row] = await this.sql.house<{ at: string | null }>(
      `SELECT MAX(made_at) AS at FROM backup_run WHERE state = 'verified' AND name IN (${names.map(() => '?').join(', ')})`,
      [...names],
    );
    return row?.at ?? null;
  }

  private async note(
    { half, place, problem, backups, verifiedFrom }: TargetLook,
    before: string | null,
  ): Promise<void> {
    await this.sql.house(
      `INSERT INTO backup_target (half, place, looked_at, problem, backups, verified_from)
       VALUES (?, ?, UTC_TIMESTAMP(6), ?, ?, ?)
       ON DUPLICATE KEY UPDATE looked_at = VALUE(looked_at), problem = VALUE(problem),
         backups = IF(VALUE(problem) IS NULL OR place <> VALUE(place), VALUE(backups), backups),
         verified_from = IF(VALUE(problem) IS NULL OR place <> VALUE(place), VALUE(verified_from), verified_from),
         place = VALUE(place)`,
      [half, place.slice(0, 500), problem, backups, verifiedFrom],
    );
    if ((problem === null) === (before === null)) return;
    const action = problem === null ? 'backup.target_reached' : 'backup.target_lost';
    const outcome = problem === null ? 'success' : 'failure';
    this.recorder.record({ action, category: 'admin', outcome, details: { half, place, problem } });
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof BackupError ? error.message : `Looking there ended with ${(error as Error).name}.`;

import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from '../../../../../../deploy/updater/refused.mjs';
import { requestKey, signRequest } from '../../../../../../deploy/updater/request.mjs';
import { InjectSettings, type Settings } from '../../../platform/config';
import { UnitOfWork } from '../../../platform/database';
import { Conflict } from '../../../platform/errors';
import { UpgradeCheck, type UpgradeReport } from '../check/upgrade-check.service';
import { UpdaterFiles } from '../shelf/updater-files';
import { Asking } from './asking.service';
import { UpdateBook } from './update-book.service';

const KEY_FILE = 'update-request.key';

/** Where an update is asked for. */
@Injectable()
export class UpdateDesk {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly check: UpgradeCheck,
    private readonly files: UpdaterFiles,
    private readonly book: UpdateBook,
    private readonly work: UnitOfWork,
    private readonly asking: Asking,
  ) {}

  /** Needs a unit of work. The updater sees the request once row and event are committed, and never otherwise. */
  async ask(file: string, sha256?: string): Promise<string> {
    if (!this.files.there) throw new Conflict('update.by_hand', { detail: 'No updater serves this installation.' });
    const report = await this.reportOf(file);
    if (sha256 !== undefined && report.sha256 !== sha256)
      throw new Conflict('update.other_bundle', {
        detail: `${file} is not the file that was checked. Look at it again.`,
      });
    const blockers = report.obstacles.filter(({ state }) => state === 'blocker');
    if (blockers.length > 0)
      throw new Conflict('update.blocked', { detail: blockers.map(({ says }) => says).join(' ') });
    const id = uuid7();
    await this.book.begun({ ...{ id, file, sha256: report.sha256 }, ...this.asking.note(id, report) });
    this.place(id, this.signed(id, report));
    return id;
  }

  private async reportOf(file: string): Promise<UpgradeReport> {
    try {
      return await this.check.ofShelved(file);
    } catch (error) {
      if (error instanceof Refused) throw new Conflict(error.code, { detail: error.message });
      throw error;
    }
  }

  private signed(id: string, { file, sha256, version }: UpgradeReport): string {
    const path = join(this.settings.SECRETS_DIR, KEY_FILE);
    if (!existsSync(path))
      throw new Conflict('update.no_key', { detail: `The secret ${KEY_FILE} is missing: st0r secrets init makes it.` });
    const request = { id, file, sha256, version, askedAt: new Date().toISOString() };
    return signRequest(request, requestKey(readFileSync(path, 'utf8')));
  }

  private place(id: string, text: string): void {
    const beside = join(this.files.inbox, `.${id}.new`);
    // Of a try that came to nothing: a signed request nobody recorded stays nowhere.
    for (const name of readdirSync(this.files.inbox).filter((one) => /^\.[0-9a-f-]{36}\.new$/.test(one)))
      rmSync(join(this.files.inbox, name), { force: true });
    writeFileSync(beside, text, { mode: 0o640 });
    this.work.afterCommit(() => renameSync(beside, this.files.request));
  }
}

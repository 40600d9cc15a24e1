import { Injectable } from '@nestjs/common';
import { VaultOpenError } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { BreachedPasswords } from '../../breaches';
import { SealedFields } from '../credentials/sealed-fields';
import { BreachBook, type BreachState, type WaitingPassword } from './breach-book';
import { BreachTrail } from './breach-trail';

type Progress = (done: number, total: number) => Promise<void>;
type Found = Record<BreachState, number>;

const BATCH = 100;
/** Answers that did not come, one after the other, after which a service is away. */
const PATIENCE = 5;

/**
 * Opens the passwords of one organisation one by one, asks the list about each and forgets it. That they are opened is
 * written down before the first one is; what is kept is a word and a time.
 */
@Injectable()
export class BreachRound {
  constructor(
    private readonly book: BreachBook,
    private readonly fields: SealedFields,
    private readonly list: BreachedPasswords,
    private readonly work: UnitOfWork,
    private readonly context: RequestContext,
    private readonly trail: BreachTrail,
  ) {}

  async through(organisationId: string, progress: Progress): Promise<object> {
    if (!this.list.available) return { skipped: 'there is no list to ask' };
    this.context.limitTo([organisationId]);
    const total = await this.book.size();
    if (total === 0) return { asked: 0 };
    await this.work.run(async () => this.trail.opened(organisationId, total));
    const found: Found = { breached: 0, clean: 0, unknown: 0 };
    for (let last = '', silent = 0; ;) {
      const rows = await this.book.waiting(last, BATCH);
      for (const row of rows) {
        const answer = await this.answerTo(row);
        await this.work.run(() => this.keep(row, answer ?? 'unknown'));
        found[answer ?? 'unknown'] += 1;
        if (answer) silent = answer === 'unknown' && this.list.far ? silent + 1 : 0;
        if (silent === PATIENCE) return { ...found, stopped: 'the list does not answer' };
      }
      await progress(found.breached + found.clean + found.unknown, total);
      if (rows.length < BATCH) return found;
      last = rows.at(-1)?.credentialId ?? '';
    }
  }

  /** Undefined where the password does not open: nobody was asked, and `vault verify` names it. */
  private async answerTo(row: WaitingPassword): Promise<BreachState | undefined> {
    try {
      return (await this.list.check(await this.fields.unseal(row))).status;
    } catch (error) {
      if (error instanceof VaultOpenError) return undefined;
      throw error;
    }
  }

  private async keep(row: WaitingPassword, state: BreachState): Promise<void> {
    this.context.limitTo([row.organisationId]);
    const kept = await this.book.keep(row, state);
    if (kept && state === 'breached' && row.known !== 'breached') this.trail.found(row);
  }
}

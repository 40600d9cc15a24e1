import { Injectable } from '@nestjs/common';
import { VaultOpenError } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { UnitOfWork } from '../../../platform/database';
import { BreachedPasswords, type BreachQuestions } from '../../breaches';
import { SealedFields } from '../credentials/sealed-fields';
import { BreachBook, type BreachState, type WaitingPassword } from './breach-book';
import { BreachTrail } from './breach-trail';

type Progress = (done: number, total: number) => Promise<void>;
type Found = Record<BreachState, number>;

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
    const due = await this.book.due();
    const total = due.length;
    if (total === 0) return { asked: 0 };
    await this.work.run(async () => this.trail.opened(organisationId, total));
    const found: Found = { breached: 0, clean: 0, unknown: 0 };
    const questions = this.list.questions();
    for (const [done, credentialId] of due.entries()) {
      await progress(done, total);
      const row = await this.book.waiting(credentialId);
      if (row === undefined) return { ...found, stopped: 'it was switched off' };
      if (row === null) continue;
      const answer = await this.answerTo(row, questions);
      await this.work.run(() => this.keep(row, answer));
      found[answer] += 1;
      if (questions.over) return { ...found, stopped: 'the list does not answer' };
    }
    await progress(total, total);
    return found;
  }

  private async answerTo(row: WaitingPassword, questions: BreachQuestions): Promise<BreachState> {
    try {
      return (await questions.check(await this.fields.unseal(row))).status;
    } catch (error) {
      // Nobody was asked; `vault verify` names a password that does not open.
      if (error instanceof VaultOpenError) return 'unknown';
      throw error;
    }
  }

  private async keep(row: WaitingPassword, state: BreachState): Promise<void> {
    this.context.limitTo([row.organisationId]);
    const kept = await this.book.keep(row, state);
    if (kept && state === 'breached' && row.known !== 'breached') this.trail.found(row);
  }
}

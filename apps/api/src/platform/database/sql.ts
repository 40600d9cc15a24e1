import { Injectable } from '@nestjs/common';
import { RequestContext, narrowed } from '../context';
import { confirmRights } from './rights-at-commit';
import { Statements } from './statements';

type Row = Record<string, unknown>;

/**
 * Statements written by hand, for reads no repository verb covers.
 * `:scope` in the text becomes the handler's organisation ids, so that no statement forgets them.
 */
@Injectable()
export class Sql {
  constructor(
    private readonly statements: Statements,
    private readonly context: RequestContext,
  ) {}

  /**
   * A read or write on organisation tables; must contain `IN (:scope)`. With `within` only those organisations of the
   * scope are meant: the planner looks at every pair of two lists, and somebody may be at home in hundreds of clients.
   */
  async scoped<T = Row>(text: string, params: readonly unknown[] = [], within?: readonly string[]): Promise<T[]> {
    if (!text.includes('(:scope)')) throw new Error('A scoped statement needs IN (:scope)');
    const ids: (string | null)[] = narrowed(this.context.scope, within);
    if (ids.length === 0) ids.push(null);
    const values: unknown[] = [];
    let next = 0;
    const sql = text.replace(/\(:scope\)|\?/g, (mark) => {
      if (mark === '?') {
        values.push(params[next++]);
        return '?';
      }
      values.push(...ids);
      return `(${ids.map(() => '?').join(', ')})`;
    });
    return this.statements.run<T[]>(sql, values);
  }

  /**
   * To be called with every change of somebody's rights, in its transaction: what was known of them is known no more, and
   * what they have under way is refused at its commit. Counted by the database, so that no raise swallows another. Where
   * the rights are the actor's own, they are looked at before, and once this is committed never again in this request.
   */
  async raiseRights(userId: string): Promise<void> {
    const { unit, rights } = this.context;
    if (unit && rights?.userId === userId) {
      confirmRights(unit, rights);
      unit.afterwards.push(() => this.context.releaseRights());
    }
    await this.house('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [userId]);
  }

  /**
   * Whoever holds an invitation link becomes the person, with all that waits for them. What changes that, and what makes,
   * ends or uses the link, holds the person first, so that neither acts on what the other has just changed.
   */
  async holdPerson(userId: string): Promise<void> {
    await this.house('SELECT id FROM user_account WHERE id = ? FOR UPDATE', [userId]);
  }

  /** A statement on rows of these organisations, and no others, where no guard has set a scope or another one. */
  async among<T = Row>(organisations: readonly string[], text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.statements.among<T[]>(organisations, text, params);
  }

  /** A statement on the rows of all organisations, which says in a comment of its text why it crosses them. */
  async everywhere<T = Row>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.statements.everywhere<T[]>(text, params);
  }

  /** A statement on house-wide tables. */
  async house<T = Row>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.statements.run<T[]>(text, params);
  }
}

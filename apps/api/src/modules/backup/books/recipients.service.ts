import { Injectable } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { Conflict, Invalid, NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { isRecipient } from '../archive/age-lock';

/** The two halves of a backup; nobody's key opens both. */
export const RECIPIENT_KINDS = ['data', 'keys'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** Somebody who may open backups from now on, by the public half of their key. */
export interface Recipient {
  id: string;
  kind: RecipientKind;
  name: string;
  recipient: string;
  addedAt: string;
  addedName: string;
}

const COLUMNS = 'id, kind, name, recipient, added_at AS addedAt, added_name AS addedName';

/** Who may open backups. What was locked for somebody stays open to them: taking them off counts from the next one on. */
@Injectable()
export class Recipients {
  constructor(
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
  ) {}

  list(): Promise<Recipient[]> {
    return this.sql.house<Recipient>(`SELECT ${COLUMNS} FROM backup_recipient ORDER BY kind, name, id`);
  }

  /** Needs a unit of work. */
  async add(facts: Pick<Recipient, 'kind' | 'name' | 'recipient'>): Promise<Recipient> {
    const recipient = facts.recipient.trim();
    if (/^AGE-SECRET-KEY/i.test(recipient))
      throw Invalid.field(
        '/recipient',
        'secret',
        'This is a secret key. Keep it; give the line that begins with age1.',
      );
    if (!(await isRecipient(recipient)))
      throw Invalid.field('/recipient', 'format', 'A public key of age begins with age1: age-keygen prints it.');
    const known = (await this.list()).find((one) => one.recipient === recipient);
    if (known)
      throw new Conflict('backup.recipient_known', {
        detail: `This key is ${known.name}'s and opens the copy of the ${known.kind}. Nobody's key opens both: make another one.`,
      });
    const id = uuid7();
    await this.sql.house(
      'INSERT INTO backup_recipient (id, kind, name, recipient, added_at, added_name) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), ?)',
      [id, facts.kind, facts.name, recipient, this.context.actor.name],
    );
    this.note('backup.recipient_added', { ...facts, id, recipient });
    return this.get(id);
  }

  /** Needs a unit of work. */
  async remove(id: string): Promise<void> {
    const gone = await this.get(id);
    await this.sql.house('DELETE FROM backup_recipient WHERE id = ?', [id]);
    this.note('backup.recipient_removed', gone);
  }

  private async get(id: string): Promise<Recipient> {
    const [row] = await this.sql.house<Recipient>(`SELECT ${COLUMNS} FROM backup_recipient WHERE id = ?`, [id]);
    if (!row) throw new NotFound('backup_recipient');
    return row;
  }

  private note(
    action: string,
    { id, name, kind, recipient }: Pick<Recipient, 'id' | 'name' | 'kind' | 'recipient'>,
  ): void {
    this.recorder.record({
      action,
      category: 'security',
      target: { type: 'backup_recipient', id, label: name },
      details: { kind, recipient },
    });
  }
}

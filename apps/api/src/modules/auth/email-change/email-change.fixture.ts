import { setTimeout as sleep } from 'node:timers/promises';
import { TestSmtp } from '../../../../test/test-smtp';
import { aWorld, type Person, type World } from '../../../../test/world';
import { JobWorker } from '../../../platform/jobs';
import { Passwords } from '../passwords/passwords';

export const PASSWORD = 'nine loud herons wade';
export const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A mail as its reader sees it. */
export interface Letter {
  subject: string;
  text: string;
  /** What stands behind `#` in its link. */
  token: string;
}

/** Somebody with a password and a session, and the name they sign in with. */
export type Owner = Person & { email: string };

/** A world with a mail server that keeps what it is given, in which a second factor is asked of nobody unless listed. */
export class PostedWorld {
  private addresses = 0;

  private constructor(
    readonly world: World,
    readonly admin: Person,
    private readonly smtp: TestSmtp,
  ) {}

  static async open(): Promise<PostedWorld> {
    const smtp = await TestSmtp.start({ plain: true });
    const world = await aWorld({ SMTP_URL: `smtp://127.0.0.1:${smtp.port}` });
    const admin = await world.person({ platformAdmin: true });
    await admin.patch('/settings/sign-in', { requireMfa: 'listed' });
    return new PostedWorld(world, admin, smtp);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.smtp.stop();
  }

  async owner(options: Parameters<World['person']>[0] = {}): Promise<Owner> {
    const person = await this.world.person(options);
    await this.world.inside(() => this.world.app.get(Passwords).set(person.id, PASSWORD, { words: [] }));
    return Object.assign(person, { email: await this.emailOf(person) });
  }

  /** An address nobody has. */
  free(): string {
    return `free${(this.addresses += 1)}@new.example`;
  }

  async emailOf({ id }: { id: string }): Promise<string> {
    const [row] = await this.world.sql<{ email: string }>('SELECT email FROM user_account WHERE id = ?', [id]);
    return row?.email ?? '';
  }

  /** Does something while the account moves to another address, which is committed as soon as that waits for it. */
  async overtaken<T>({ id }: Owner, email: string, act: () => Promise<T>): Promise<T> {
    await this.world.sql('START TRANSACTION');
    await this.world.sql('UPDATE user_account SET email = ? WHERE id = ?', [email, id]);
    const late = act();
    // The database shows the same picture again to whoever looks more often than ten times a second.
    for (let look = 0; look < 40 && !(await this.somebodyWaits()); look += 1) await sleep(150);
    await this.world.sql('COMMIT');
    return late;
  }

  private async somebodyWaits(): Promise<boolean> {
    const rows = await this.world.sql(
      `SELECT 1 FROM information_schema.INNODB_TRX t JOIN information_schema.PROCESSLIST p ON p.ID = t.trx_mysql_thread_id
       WHERE t.trx_state = 'LOCK WAIT' AND p.DB = DATABASE()`,
    );
    return rows.length > 0;
  }

  /** Mails that reached a mailbox so far, oldest first. */
  async lettersTo(mailbox: string): Promise<Letter[]> {
    await this.world.app.get(JobWorker).drain();
    return this.smtp.mails.filter(({ to }) => to.includes(mailbox)).map(({ text }) => letterOf(text));
  }

  /** Asks for a change; answers the tokens of both mails. */
  async asked(owner: Owner, email: string): Promise<{ confirm: string; stop: string }> {
    const answer = await owner.post('/me/email-change', { email }, { 'user-agent': BROWSER });
    if (answer.status !== 201) throw new Error(answer.text);
    const [confirm, stop] = [(await this.lettersTo(email)).at(-1), (await this.lettersTo(owner.email)).at(-1)];
    return { confirm: confirm?.token ?? '', stop: stop?.token ?? '' };
  }
}

/** Where a link of a mail is looked at (GET), confirmed (POST) and stopped (DELETE). */
export const linkOf = (token: string): string => `/auth/links/${token}/email-change`;

function letterOf(source: string): Letter {
  const plain = source
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const subject = /^Subject: (.*(?:\r?\n .*)*)/m.exec(plain)?.[1]?.replaceAll(/\r?\n /g, ' ') ?? '';
  const text = plain.slice(plain.indexOf('\r\n\r\n'), plain.indexOf('<!doctype'));
  return { subject, text, token: /\/email-change#([\w-]+)/.exec(text)?.[1] ?? '' };
}

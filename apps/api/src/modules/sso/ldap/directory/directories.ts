import { Injectable } from '@nestjs/common';
import { Outgoing } from '../../../../platform/outgoing';
import { ConnectionSecrets } from '../../connections/connection-secrets';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SsoRefused } from '../../entering/sso-refused';
import type { LdapSettings } from '../connection/ldap-config';
import { Breaker } from './breaker';
import { Directory } from './directory';
import { explainLdap } from './directory-problems';
import { secureSocket } from './secure-socket';

/** Nobody waits longer than this at the sign-in page. */
export const SIGN_IN_MS = 9500;

/** The directory is away, as opposed to: it answered, and the answer was no. */
const AWAY = new Set(['unreachable', 'unresolved', 'timeout', 'tls', 'blocked', 'address', 'starttls_refused']);
export const isAway = (error: unknown): error is SsoRefused => error instanceof SsoRefused && AWAY.has(error.reason);

/** Conversations with directories: encrypted first, then as the reading account. */
@Injectable()
export class Directories {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly secrets: ConnectionSecrets,
    private readonly breaker: Breaker,
  ) {}

  /** Throws SsoRefused; `ms` bounds everything together, down to a server that accepts and then says nothing. */
  async ask<T>(
    connection: SignInConnectionEntity,
    work: (directory: Directory) => Promise<T>,
    { ms, patient = false }: { ms: number; patient?: boolean },
  ): Promise<T> {
    const key = `${connection.id} ${connection.version}`;
    const settings = connection.config as unknown as LdapSettings;
    const host = `${settings.host}:${settings.port}`;
    if (!patient && this.breaker.open(key)) throw new SsoRefused('timeout', `${host} did not answer just now.`);
    try {
      const answer = await this.converse(connection, settings, { work, ms });
      this.breaker.answered(key);
      return answer;
    } catch (error) {
      const refused = explainLdap(error, host);
      if (isAway(refused)) this.breaker.failed(key);
      else this.breaker.answered(key);
      throw refused;
    }
  }

  private async converse<T>(
    { id }: SignInConnectionEntity,
    settings: LdapSettings,
    { work, ms }: { work: (directory: Directory) => Promise<T>; ms: number },
  ): Promise<T> {
    const password = (await this.secrets.open(id, 'bind-password')) ?? '';
    // Many servers take a name without a password for a success: as nobody.
    if (!settings.bindDn || !password)
      throw new SsoRefused('bind_refused', 'The reading account needs a name and a password.', '/ldap/bindDn');
    const deadline = new Deadline(ms);
    try {
      return await deadline.race(this.conversation(settings, { password, work, deadline }));
    } finally {
      deadline.over();
    }
  }

  private async conversation<T>(
    settings: LdapSettings,
    { password, work, deadline }: { password: string; work: (directory: Directory) => Promise<T>; deadline: Deadline },
  ): Promise<T> {
    const raw = await this.outgoing.open('ldap', settings.host ?? '', settings.port);
    // Whatever becomes of the conversation, an error on the socket below it must not be nobody's.
    raw.on('error', () => undefined);
    deadline.whenOver(() => raw.destroy());
    const directory = new Directory(await secureSocket(raw, settings));
    await directory.bind(settings.bindDn ?? '', password);
    return work(directory);
  }
}

/** An end to waiting: closes what was opened, and answers although nobody else does. */
class Deadline {
  private readonly acts: (() => void)[] = [];
  private readonly timer: NodeJS.Timeout;
  private readonly late: Promise<never>;
  private passed = false;

  constructor(ms: number) {
    let refuse: (error: Error) => void;
    this.late = new Promise((_, reject) => (refuse = reject));
    this.late.catch(() => undefined);
    this.timer = setTimeout(() => {
      refuse(new Error('timed out'));
      this.over();
    }, ms);
  }

  race<T>(work: Promise<T>): Promise<T> {
    work.catch(() => undefined);
    return Promise.race([work, this.late]);
  }

  whenOver(act: () => void): void {
    if (this.passed) act();
    else this.acts.push(act);
  }

  over(): void {
    this.passed = true;
    clearTimeout(this.timer);
    for (const act of this.acts.splice(0)) act();
  }
}

import { Injectable } from '@nestjs/common';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { normaliseIp } from '@st0r/net';
import { InjectSettings, type Settings } from '../config';
import { Log } from './log';

/** From this size on a new file is begun and the old one kept as `.1`, so that a flood cannot fill the disk. */
const LARGEST = 16 * 1024 * 1024;
const LONGEST = 254;

/** Some type their password where their e-mail address belongs; only what looks like one is written down. */
export const looksLikeAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text);

/** What is known about a failure, none of it a secret. */
export interface AuthFailure {
  readonly reason: string;
  /** As it was typed; kept only where it looks like an address, because some type their password there. */
  readonly email: string;
  readonly requestId: string;
}

/** `st0r-auth.log`: failed sign-ins for fail2ban, one line each. */
@Injectable()
export class AuthLog {
  readonly path: string;
  private last: Promise<void> = Promise.resolve();

  constructor(
    @InjectSettings() settings: Settings,
    private readonly log: Log,
  ) {
    this.path = settings.AUTH_LOG ?? join(settings.DATA_DIR, 'log', 'st0r-auth.log');
  }

  /** Writes one line; a log that cannot be written is told, and keeps nobody from being refused. */
  failed(address: string | null, failure: AuthFailure): Promise<void> {
    const line = authLine(address, failure);
    if (line) this.last = this.last.then(() => this.write(line)).catch((error: unknown) => this.log.fault(error));
    return this.last;
  }

  private async write(line: string): Promise<void> {
    const size = await stat(this.path).then(
      (found) => found.size,
      () => undefined,
    );
    if (size === undefined) await mkdir(dirname(this.path), { recursive: true });
    if (size && size > LARGEST) await rename(this.path, `${this.path}.1`);
    await appendFile(this.path, line, { mode: 0o640 });
  }
}

/**
 * The address stands before anything a person typed, and the rest is JSON in plain ASCII: nothing in it can end the line,
 * begin another, or look like an address to fail2ban. Undefined without an address to ban.
 */
export function authLine(
  address: string | null,
  { reason, email, requestId }: AuthFailure,
  at = new Date(),
): string | undefined {
  const ip = address && normaliseIp(address);
  if (!ip) return undefined;
  const kept = looksLikeAddress(email) ? { email: email.slice(0, LONGEST) } : {};
  const rest = JSON.stringify({ reason, ...kept, requestId }).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${at.toISOString()} ST0R-AUTH fail ip=${ip} ${rest}\n`;
}

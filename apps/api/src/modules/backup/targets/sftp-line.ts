import { createHash } from 'node:crypto';
import type { Client, ConnectConfig } from 'ssh2';
import type { SftpPlace } from '../../../platform/config';
import { BackupError } from '../backup.error';
import { SftpCalls } from './sftp-calls';
import type { TargetSecret } from './target-secret';

const READY_MS = 20_000;
/** A connection nobody needs any more is closed, so that a command can end. */
const IDLE_MS = 1_000;
/** Questions without an answer until a server counts as gone. */
const SILENT_TIMES = 3;

/** One connection to a server, opened when it is needed and shared by whatever is done there at a time. */
export class SftpLine {
  private opened: Promise<SftpCalls> | undefined;
  private client: Client | undefined;
  private users = 0;
  private idle: NodeJS.Timeout | undefined;

  constructor(
    private readonly at: SftpPlace,
    private readonly secret: TargetSecret,
    private readonly patience: number,
  ) {}

  /** Does something while the connection is held open. */
  async use<T>(act: (far: SftpCalls) => Promise<T>): Promise<T> {
    const far = await this.hold();
    try {
      return await act(far);
    } finally {
      this.release();
    }
  }

  /** For what is read later; whoever holds it releases it. */
  async hold(): Promise<SftpCalls> {
    clearTimeout(this.idle);
    this.users += 1;
    try {
      return await (this.opened ??= this.open());
    } catch (error) {
      this.opened = undefined;
      this.users -= 1;
      throw error;
    }
  }

  release(): void {
    this.users -= 1;
    if (this.users === 0) this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
  }

  private close(): void {
    this.opened = undefined;
    this.client?.end();
  }

  private async open(): Promise<SftpCalls> {
    // Read when somebody needs it: few installations do.
    const { Client: Line } = await import('ssh2');
    const client = new Line();
    this.client = client;
    const shown: string[] = [];
    return new Promise<SftpCalls>((resolve, reject) => {
      let far: SftpCalls | undefined;
      client
        .on('ready', () =>
          client.sftp((error, sftp) => {
            if (error) return reject(error);
            // What it does not understand ends the connection; whoever waits is told by its end.
            sftp.on('error', () => client.destroy());
            far = new SftpCalls(sftp, this.patience, () => client.destroy());
            resolve(far);
          }),
        )
        .on('error', reject)
        .on('close', () => {
          // One that was opened since is not the one that ended.
          if (this.client === client) this.opened = undefined;
          far?.end();
          reject(new BackupError('The server broke off'));
        })
        .connect(this.words(shown));
    }).catch((error: unknown) => {
      client.destroy();
      throw this.refused(error as Error, shown);
    });
  }

  private words(shown: string[]): ConnectConfig {
    const { host, port, user, hostKeys } = this.at;
    return {
      host,
      port,
      username: user,
      privateKey: this.secret.text,
      readyTimeout: Math.min(READY_MS, this.patience),
      keepaliveInterval: Math.ceil(this.patience / SILENT_TIMES),
      keepaliveCountMax: SILENT_TIMES,
      hostVerifier: (key: Buffer) => {
        const fingerprint = `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
        shown.push(fingerprint);
        return hostKeys.includes(fingerprint);
      },
    };
  }

  private refused(error: Error & { level?: string }, [shown]: string[]): Error {
    const { host, hostKeys } = this.at;
    if (shown && !hostKeys.includes(shown))
      return new BackupError(
        `${host} is not the server it was: its key is ${shown}, and it should be ${hostKeys.join(' or ')}. Nothing was sent. Find out why; if its key was changed on purpose, name the new one`,
      );
    if (/privateKey/.test(error.message))
      return new BackupError(`${this.secret.setting} holds no private key of OpenSSH without a passphrase`);
    if (error.level === 'client-authentication')
      return new BackupError(`${host} does not let ${this.at.user} in with this key`);
    return error;
  }
}

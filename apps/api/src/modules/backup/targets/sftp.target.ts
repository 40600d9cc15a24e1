import { Readable } from 'node:stream';
import type { SftpPlace } from '../../../platform/config';
import { MANIFEST } from '../archive/manifest';
import { BackupError } from '../backup.error';
import { BACKUP_NAME, type BackupTarget } from './backup-target';
import { readPieces, writePieces, type SftpCalls } from './sftp-calls';
import { SftpLine } from './sftp-line';
import { FAILURE, isAbsent, sftpWords } from './sftp-words';
import { PATIENCE_MS, type TargetSecret } from './target-secret';

/** A folder of another machine, reached by SSH; its key is pinned. */
export class SftpTarget implements BackupTarget {
  readonly kind = 'sftp';
  readonly place: string;
  private readonly line: SftpLine;

  constructor(
    private readonly at: SftpPlace,
    private readonly secret: TargetSecret,
    patience = PATIENCE_MS,
  ) {
    this.place = `sftp://${at.user}@${at.host}${at.port === 22 ? '' : `:${at.port}`}${at.folder}`;
    this.line = new SftpLine(at, secret, patience);
  }

  async names(): Promise<string[]> {
    const names = await this.told((far) => entriesOf(far, this.at.folder));
    return names.filter((name) => BACKUP_NAME.test(name)).sort();
  }

  /** A partial file lies in the folder of its backup. */
  async unfinished(): Promise<string[]> {
    return [];
  }

  async put(path: string, bytes: Readable): Promise<void> {
    const whole = this.path(path);
    const partial = `${whole}.partial`;
    await this.told(async (far) => {
      await makeFolder(far, whole.slice(0, whole.lastIndexOf('/')));
      try {
        await writePieces(far, partial, bytes);
        await renamed(far, partial, whole);
      } catch (error) {
        await far.ask((sftp, done) => sftp.unlink(partial, done)).catch(() => undefined);
        throw error;
      }
    });
  }

  async get(path: string): Promise<Readable> {
    const far = await this.words(() => this.line.hold());
    return Readable.from(this.readOut(far, this.path(path)), { objectMode: false });
  }

  async size(path: string): Promise<number | null> {
    return this.told(async (far) => {
      try {
        return (await far.ask<{ size: number }>((sftp, done) => sftp.stat(this.path(path), done))).size;
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    });
  }

  // The manifest first: what is half removed is no backup.
  async remove(name: string): Promise<void> {
    await this.told(async (far) => {
      const folder = this.path(name);
      const files = await entriesOf(far, folder);
      for (const file of files.sort((a) => (a === MANIFEST ? -1 : 0)))
        await far.ask((sftp, done) => sftp.unlink(`${folder}/${file}`, done));
      await far
        .ask((sftp, done) => sftp.rmdir(folder, done))
        .catch((error: unknown) => {
          if (!isAbsent(error)) throw error;
        });
    });
  }

  private async *readOut(far: SftpCalls, path: string): AsyncGenerator<Uint8Array> {
    try {
      yield* readPieces(far, path);
    } catch (error) {
      throw this.inWords(error);
    } finally {
      this.line.release();
    }
  }

  private path(below: string): string {
    return `${this.at.folder}/${below}`;
  }

  private told<T>(act: (far: SftpCalls) => Promise<T>): Promise<T> {
    return this.words(() => this.line.use(act));
  }

  private async words<T>(act: () => Promise<T>): Promise<T> {
    if (!this.secret.text)
      throw new BackupError(`${this.secret.setting} does not hold what opens ${this.place}: a private key of OpenSSH`);
    try {
      return await act();
    } catch (error) {
      throw this.inWords(error);
    }
  }

  private inWords(error: unknown): unknown {
    if (error instanceof BackupError && !error.message.includes(this.place))
      return new BackupError(`${error.message} (${this.place})`);
    const words = sftpWords(error);
    return words ? new BackupError(`${words} (${this.place})`) : error;
  }
}

/** Names in a folder; none when there is no such folder. */
async function entriesOf(far: SftpCalls, folder: string): Promise<string[]> {
  try {
    const entries = await far.ask<{ filename: string }[]>((sftp, done) => sftp.readdir(folder, done));
    return entries.map(({ filename }) => filename);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

async function makeFolder(far: SftpCalls, folder: string): Promise<void> {
  const make = (): Promise<void> => far.ask((sftp, done) => sftp.mkdir(folder, { mode: 0o700 }, done));
  try {
    await make().catch(async (error: unknown) => {
      const above = folder.slice(0, folder.lastIndexOf('/'));
      if (!isAbsent(error) || above === '') throw error;
      await makeFolder(far, above);
      await make();
    });
  } catch (error) {
    // What is there already is a failure like any other; whether it is a folder is seen when something is written there.
    if ((error as { code?: number }).code !== FAILURE) throw error;
  }
}

/** Takes the place of what has that name. Servers without that extension refuse where something is; nothing is, usually. */
async function renamed(far: SftpCalls, from: string, to: string): Promise<void> {
  try {
    await far.ask((sftp, done) => sftp.ext_openssh_rename(from, to, done));
  } catch (error) {
    if (!/not support/.test((error as Error).message)) throw error;
    await far.ask((sftp, done) => sftp.rename(from, to, done));
  }
}

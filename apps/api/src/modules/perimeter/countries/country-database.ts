import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseIp } from '@st0r/net';
import { InjectSettings, type Settings } from '../../../platform/config';
import { Log, MAX_UPLOAD_BYTES } from '../../../platform/http';
import { isLocal, type Place } from '../entering/place';
import { CountryFileProblem, readCountryFile, type CountryFile, type CountryFileFacts } from './country-file';

/** How often the file is looked at. */
const LOOK_EVERY_MS = 5000;
const READY = '.ready';
const READY_MS = 3_600_000;
const DAMAGED = 'The file is damaged: it cannot answer for some addresses.';
const MISSING = 'There is no country database yet.';

/** The file as this process has it. */
export interface CountryDatabaseState {
  readonly state: 'ready' | 'missing' | 'broken';
  readonly facts?: CountryFileFacts;
  readonly problem?: string;
}

/** A file that lies ready. */
export interface Prepared {
  readonly file: CountryFile;
  readonly path: string;
}

/** The local file that knows countries; read anew when it changes, and never asked of anybody else. */
@Injectable()
export class CountryDatabase {
  readonly path: string;
  private file: CountryFile | undefined;
  private digest = '';
  private problem: string | undefined = MISSING;
  private seen = '';
  private lookedAt = 0;
  private looking: Promise<void> | undefined;

  constructor(
    @InjectSettings() settings: Settings,
    private readonly log: Log,
  ) {
    this.path = settings.COUNTRY_DATABASE ?? join(settings.DATA_DIR, 'geoip', 'country.mmdb');
  }

  /**
   * Where an address is, by the file in place or by another one. The file in place counts as none once it fails while it
   * is asked; another one throws CountryFileProblem.
   */
  async place(address: string, other?: CountryFile): Promise<Place> {
    const ip = parseIp(address);
    if (ip && isLocal(ip)) return { kind: 'local' };
    if (!other) await this.look();
    const file = other ?? this.file;
    if (!file) return { kind: 'no_database' };
    try {
      const country = file.countryOf(address);
      return country ? { kind: 'country', country } : { kind: 'unknown' };
    } catch {
      if (other) throw new CountryFileProblem(DAMAGED);
      this.give(DAMAGED);
      return { kind: 'no_database' };
    }
  }

  async state(): Promise<CountryDatabaseState> {
    await this.look();
    if (this.file) return { state: 'ready', facts: this.file };
    return { state: this.problem === MISSING ? 'missing' : 'broken', problem: this.problem };
  }

  /** Lays a file ready beside the present one; throws CountryFileProblem for one that cannot be used. */
  async prepare(content: Buffer): Promise<Prepared> {
    const file = readCountryFile(content);
    const folder = dirname(this.path);
    await mkdir(folder, { recursive: true });
    await this.clear(folder);
    const path = `${this.path}.${randomUUID()}${READY}`;
    await write(path, content).catch(async (error: unknown) => {
      await rm(path, { force: true });
      throw error;
    });
    return { file, path };
  }

  /** Puts a prepared file in place of the present one, in one step, and notes which upload it came with. */
  replace({ path }: Prepared, upload: string): void {
    renameSync(path, this.path);
    this.forget();
    try {
      writeFileSync(this.note, `${upload}\n`, { mode: 0o640 });
    } catch {
      // A disk that is full by now: the file is there, and newer than its upload, which says the same.
      rmSync(this.note, { force: true });
    }
  }

  /** The upload this node took over last; empty where there is none, or its file is gone. */
  async taken(): Promise<string> {
    if (!existsSync(this.path)) return '';
    return readFile(this.note, 'utf8').then(
      (text) => text.trim(),
      () => '',
    );
  }

  /** Whether somebody laid the present file by hand after this moment (milliseconds), so that no upload is newer. */
  async laidAfter(moment: number): Promise<boolean> {
    if (existsSync(this.note)) return false;
    return stat(this.path).then(
      ({ mtimeMs }) => mtimeMs > moment,
      () => false,
    );
  }

  /** Which file this process has: the same bytes say the same. */
  async fingerprint(): Promise<string> {
    await this.look();
    return this.file ? this.digest : 'none';
  }

  /** The next question looks at the file again. */
  forget(): void {
    this.lookedAt = 0;
  }

  private get note(): string {
    return `${this.path}.upload`;
  }

  /** What was laid ready and never put in place. */
  private async clear(folder: string): Promise<void> {
    for (const name of (await readdir(folder)).filter((one) => one.endsWith(READY))) {
      const { mtimeMs } = await stat(join(folder, name));
      if (Date.now() - mtimeMs > READY_MS) await rm(join(folder, name), { force: true });
    }
  }

  private async look(): Promise<void> {
    if (Date.now() - this.lookedAt < LOOK_EVERY_MS) return;
    this.looking ??= this.read().finally(() => {
      this.lookedAt = Date.now();
      this.looking = undefined;
    });
    await this.looking;
  }

  private async read(): Promise<void> {
    try {
      const { mtimeMs, size, ino } = await stat(this.path);
      const mark = `${mtimeMs} ${size} ${ino}`;
      if (mark === this.seen) return;
      this.seen = mark;
      if (size > MAX_UPLOAD_BYTES) return this.give('The file is larger than 64 MiB.');
      const content = await readFile(this.path);
      this.file = readCountryFile(content);
      this.digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
      this.problem = undefined;
    } catch (error) {
      this.give(error instanceof CountryFileProblem ? error.message : reasonOf(error));
    }
  }

  private give(problem: string): void {
    if (problem === MISSING) this.seen = '';
    if (problem !== this.problem) this.log.warn(`Country database: ${problem}`);
    this.file = undefined;
    this.problem = problem;
  }
}

const reasonOf = (error: unknown): string =>
  (error as { code?: string }).code === 'ENOENT' ? MISSING : 'The file cannot be read by ClientSt0r.';

/** All of it, on the platter. The handle is closed whatever happens: one that is forgotten ends the process. */
async function write(path: string, content: Buffer): Promise<void> {
  const handle = await open(path, 'wx', 0o640);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { uuid7 } from '@st0r/crypto';
import { createHash } from 'node:crypto';
import { Sql } from '../../../platform/database';
import { Log } from '../../../platform/http';
import { NodeSelf } from '../../../platform/keys';
import { CountryDatabase } from './country-database';

const NAME = 'country_database';
const PIECE_BYTES = 1024 * 1024;
/** What could not be put in place is not fetched again and again. */
const PAUSE_MS = 60_000;

/** Which upload is in force, and how its bytes are told from others. */
interface Upload {
  readonly id: string;
  readonly digest: string;
}

/**
 * The uploaded country database, kept in MariaDB: a node that was not there, or has another folder, fetches it with its
 * next sign of life, before it listens, and when an administrator looks. A node that cannot put it in place says so in its
 * log and on the page Status.
 */
@Injectable()
export class CountryShelf implements OnModuleInit {
  private missed = { id: '', at: 0 };

  constructor(
    private readonly sql: Sql,
    private readonly database: CountryDatabase,
    private readonly self: NodeSelf,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.self.from('country database', () => this.follow());
  }

  /** Keeps a file for every node; needs a unit of work. Answers by which id it is known. */
  async keep(content: Buffer): Promise<string> {
    const id = uuid7();
    await this.sql.house('DELETE FROM country_file');
    for (let part = 0; part * PIECE_BYTES < content.length; part += 1)
      await this.sql.house('INSERT INTO country_file (id, part, content) VALUES (?, ?, ?)', [
        id,
        part,
        content.subarray(part * PIECE_BYTES, (part + 1) * PIECE_BYTES),
      ]);
    const upload: Upload = { id, digest: digestOf(content) };
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify(upload)],
    );
    return id;
  }

  /** Fetches the upload in force where this node has not; answers which file it has now. */
  async follow(): Promise<string> {
    const upload = await this.inForce();
    if (upload && (await this.lacks(upload.id))) await this.fetch(upload);
    return this.database.fingerprint();
  }

  /** An operator may put another file in its place, before or afterwards; that one stays until the next upload. */
  private async lacks(id: string): Promise<boolean> {
    if (this.missed.id === id && Date.now() - this.missed.at < PAUSE_MS) return false;
    return (await this.database.taken()) !== id && !(await this.database.laidAfter(momentOf(id)));
  }

  private async fetch({ id, digest }: Upload): Promise<void> {
    this.missed = { id, at: Date.now() };
    const content = await this.content(id);
    // Replaced by another one meanwhile; that one is fetched next time.
    if (digestOf(content) !== digest) return;
    try {
      this.database.replace(await this.database.prepare(content), id);
      this.missed = { id: '', at: 0 };
    } catch (error) {
      this.log.warn(`The country database of the other nodes could not be put in place: ${(error as Error).message}`);
    }
  }

  private async content(id: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let part = 0; ; part += 1) {
      const [row] = await this.sql.house<{ content: Buffer }>(
        'SELECT content FROM country_file WHERE id = ? AND part = ?',
        [id, part],
      );
      if (!row) return Buffer.concat(pieces);
      pieces.push(row.content);
    }
  }

  private async inForce(): Promise<Upload | undefined> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    return row && (JSON.parse(row.value) as Upload);
  }
}

/** When a uuid of version 7 was made, in milliseconds (RFC 9562, 5.7). */
const momentOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
const digestOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

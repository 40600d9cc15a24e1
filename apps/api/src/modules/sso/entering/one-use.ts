import { Injectable } from '@nestjs/common';
import { tokenHash } from '@st0r/crypto';
import { Sql } from '../../../platform/database';

/** Remembers what must not come a second time, an assertion or a logout token, until it would be refused as expired anyway. */
@Injectable()
export class OneUse {
  constructor(private readonly sql: Sql) {}

  /** True for the first who brings it, on whichever node; `kind` keeps the ids of different issuers apart. */
  async claim(kind: string, id: string, until: Date): Promise<boolean> {
    await this.sql.house('DELETE FROM used_assertion WHERE expires_at < UTC_TIMESTAMP(6) LIMIT 100');
    const result = (await this.sql.house('INSERT IGNORE INTO used_assertion (hash, expires_at) VALUES (?, ?)', [
      tokenHash(`${kind}\n${id}`),
      until,
    ])) as unknown as { affectedRows: number };
    return result.affectedRows === 1;
  }
}

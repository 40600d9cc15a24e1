import { Injectable } from '@nestjs/common';
import { Sql, declaredEntities, ownershipOf } from '../../../platform/database';
import { ok, warning, type Check, type Verdict } from '../finding';

const ALL = '/* counts of all organisations */';

/** What may lie around or be missing: entries of the palette's index, and files of jobs that are gone. */
@Injectable()
export class RecordChecks {
  readonly checks: readonly Check[] = [
    { name: 'search index', deep: true, look: () => this.index() },
    { name: 'orphan files', deep: true, look: () => this.files() },
  ];

  constructor(private readonly sql: Sql) {}

  private async index(): Promise<Verdict> {
    const searched = declaredEntities()
      .map(ownershipOf)
      .filter(({ kind, search }) => kind === 'organisation' && search && 'title' in search);
    const off: string[] = [];
    let records = 0;
    for (const { noun, table } of searched) {
      const [row] = await this.sql.everywhere<{ lacking: string; records: string }>(
        `SELECT COUNT(*) AS records, COUNT(IF(s.id IS NULL, 1, NULL)) AS lacking
         FROM \`${table}\` r LEFT JOIN search_entry s ON s.id = r.id ${ALL}`,
      );
      records += Number(row?.records ?? 0);
      if (Number(row?.lacking ?? 0) > 0) off.push(`${row?.lacking} of ${noun}`);
    }
    if (off.length > 0) return warning(`Records the palette does not find: ${off.join(', ')}: st0r search rebuild`);
    return ok(`Every record is in it: ${records}.`);
  }

  private async files(): Promise<Verdict> {
    const [row] = await this.sql.house<{ n: string }>(
      'SELECT COUNT(DISTINCT f.job_id) AS n FROM job_file f LEFT JOIN job j ON j.id = f.job_id WHERE j.id IS NULL',
    );
    const n = Number(row?.n ?? 0);
    return n > 0 ? warning(`Files of jobs that are gone: ${n}.`) : ok('There are none.');
  }
}

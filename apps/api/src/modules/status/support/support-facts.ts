import { Injectable } from '@nestjs/common';
import { SECRET_SETTINGS, SETTINGS, type Settings } from '../../../platform/config';
import { Sql } from '../../../platform/database';

/** Settings whose values stay; of them a bundle says only whether they are set. */
const KEPT_BACK = new Set<string>([...SECRET_SETTINGS, 'KEYRING', 'MAIL_FROM']);

/** What somebody who helps wants to know and the status page does not say: sizes and outcomes, no content. */
@Injectable()
export class SupportFacts {
  constructor(private readonly sql: Sql) {}

  /** Rough numbers of rows, as the database keeps them for its own use. */
  tables(): Promise<object[]> {
    return this.sql.house(
      `SELECT table_name AS name, table_rows AS about, ROUND((data_length + index_length) / 1048576, 1) AS megabytes
       FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
    );
  }

  steps(): Promise<object[]> {
    return this.sql.house('SELECT name FROM schema_migration ORDER BY timestamp');
  }

  /** Kinds of jobs of the last week by how they ended. What a job was about stays here. */
  jobs(): Promise<object[]> {
    return this.sql.house(
      `SELECT name, state, error_code AS errorCode, COUNT(*) AS n, MAX(created_at) AS last FROM job
       WHERE created_at > UTC_TIMESTAMP(6) - INTERVAL 7 DAY GROUP BY name, state, error_code ORDER BY name, state`,
    );
  }
}

/** Which settings differ from their default; of secret ones not what they are. */
export function settingsShown(settings: Settings): Record<string, unknown> {
  const shown = Object.keys(SETTINGS).map((name) => {
    const value = settings[name as keyof Settings];
    return [name, KEPT_BACK.has(name) ? (value ? '(set)' : '(not set)') : (value ?? '(not set)')];
  });
  return Object.fromEntries(shown) as Record<string, unknown>;
}

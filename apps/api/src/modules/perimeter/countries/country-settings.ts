import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { NO_RULES, type CountryRules } from './country-rules';

const NAME = 'countries';

/** The country rules, kept in the database. */
@Injectable()
export class CountrySettings {
  constructor(private readonly sql: Sql) {}

  async read(): Promise<CountryRules> {
    const [row] = await this.sql.house<{ value: string }>('SELECT value FROM platform_setting WHERE name = ?', [NAME]);
    return row ? { ...NO_RULES, ...(JSON.parse(row.value) as Partial<CountryRules>) } : NO_RULES;
  }

  async write(rules: CountryRules): Promise<void> {
    await this.sql.house(
      'INSERT INTO platform_setting (name, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
      [NAME, JSON.stringify(rules)],
    );
  }
}

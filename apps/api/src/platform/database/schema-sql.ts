import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** The migrated schema as text: tables and triggers in order of name, without what changes from run to run. */
export async function schemaSql(app: INestApplicationContext): Promise<string> {
  const source = app.get(DataSource);
  const tables = (await source.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
  )) as { name: string }[];
  const parts: string[] = [];
  for (const { name } of tables) {
    const [row] = (await source.query(`SHOW CREATE TABLE \`${name}\``)) as [Record<string, string>];
    parts.push(`${String(row['Create Table']).replace(/ AUTO_INCREMENT=\d+/, '')};`);
  }
  return parts.join('\n\n');
}

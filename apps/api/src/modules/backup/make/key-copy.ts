import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Settings } from '../../../platform/config';
import type { SchemaDump } from '../../../platform/database';
import { BackupError } from '../backup.error';
import { SECRET_FILES, type PlatformKeys } from '../../../platform/keys';

/** Tables whose rows are never in the copy of the data: it must open nothing by itself. */
export const KEY_TABLES = ['organisation_key', 'platform_key'] as const;

/** What a key copy holds. */
export interface KeyCopy {
  readonly secrets: Readonly<Record<string, string>>;
  /** Statements that put the rows of the key tables back. */
  readonly rows: readonly string[];
}

/** The secrets of this installation and its wrapped data keys, of the same moment as the dump. */
export async function keyCopyOf(settings: Settings, keys: PlatformKeys, dump: SchemaDump): Promise<KeyCopy> {
  const { SECRETS_DIR } = settings;
  const rows: string[] = [];
  for (const table of KEY_TABLES) for await (const statement of dump.rows(table)) rows.push(statement);
  const files = SECRET_FILES.filter((name) => existsSync(join(SECRETS_DIR, name)));
  const secrets = {
    'keyring.json': await keys.provider.read(),
    ...Object.fromEntries(files.map((name) => [name, readFileSync(join(SECRETS_DIR, name), 'utf8')])),
  };
  return { secrets, rows };
}

/** Puts the secrets of a copy where they are missing; refuses where others lie. Answers the names it wrote. */
export function putSecretsBack({ SECRETS_DIR }: Settings, { secrets }: KeyCopy): string[] {
  const others = Object.entries(secrets).filter(([name, text]) => differs(join(SECRETS_DIR, basename(name)), text));
  if (others.length > 0)
    throw new BackupError(
      `Other secrets lie in ${SECRETS_DIR}: ${others.map(([name]) => name).join(', ')}. Move them away first where they are of no use to this backup; leave out --keys-identity where they are newer.`,
    );
  mkdirSync(SECRETS_DIR, { recursive: true, mode: 0o700 });
  const missing = Object.entries(secrets).filter(([name]) => !existsSync(join(SECRETS_DIR, basename(name))));
  for (const [name, text] of missing)
    writeFileSync(join(SECRETS_DIR, basename(name)), text, { mode: 0o600, flag: 'wx' });
  return missing.map(([name]) => basename(name));
}

const differs = (path: string, text: string): boolean =>
  existsSync(path) && readFileSync(path, 'utf8').trim() !== text.trim();

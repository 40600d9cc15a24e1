import { Injectable } from '@nestjs/common';
import { parseKeyring, unwrapKey, VaultOpenError, type Keyring, type Purpose } from '@st0r/crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { InjectSettings, type Settings } from '../../../platform/config';
import { RequestContext } from '../../../platform/context';
import { Sql } from '../../../platform/database';
import { PlatformKeys, SECRET_FILES } from '../../../platform/keys';
import { KitBook } from './kit-book';
import { lockKit, openKit, type KitContent } from './kit-lock';
import { readPart } from './kit-part';

/** What a rehearsal found: how many data keys the kit opens. */
export interface Rehearsal {
  keys: number;
  failed: number;
}

const KEYRING = 'keyring.json';

/** Printing recovery kits, and trying whether one would really bring everything back. */
@Injectable()
export class RecoveryKits {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly keys: PlatformKeys,
    private readonly book: KitBook,
    private readonly context: RequestContext,
    private readonly sql: Sql,
  ) {}

  /** A new kit as a document; nothing of it stays here. Needs a unit of work. */
  async print(): Promise<{ kit: string; pdf: Buffer }> {
    const content = await this.content();
    const rootKeys = parseKeyring(content[KEYRING] ?? '').versions.filter(({ state }) => state !== 'retired');
    const locked = await lockKit(content);
    const { kitPdf } = await import('./kit-pdf');
    const pdf = await kitPdf(locked, {
      installation: this.settings.PUBLIC_URL ?? `the installation on ${hostname()}`,
      madeAt: new Date(),
      madeBy: this.context.actor.name,
      rootKeys,
      contents: Object.keys(content),
    });
    await this.book.printed(
      locked.kit,
      rootKeys.map(({ check }) => check),
    );
    return { kit: locked.kit, pdf };
  }

  /** Opens every data key with what is in the kit alone, as a restore would. Needs a unit of work. */
  async rehearse(file: string, parts: readonly string[]): Promise<Rehearsal> {
    const content = await openKit(file, parts);
    const keyring = parseKeyring(content[KEYRING] ?? '');
    const rows = await this.sql.house<{ organisation: string; purpose: Purpose; version: number; wrapped: Buffer }>(
      ['organisation_key', 'platform_key']
        .map(
          (table) => `SELECT organisation_id AS organisation, purpose, key_version AS version, wrapped
            FROM ${table} /* keys of all organisations */ WHERE state <> 'destroyed'`,
        )
        .join(' UNION ALL '),
    );
    const failed = rows.filter(
      ({ wrapped, version, ...slot }) => !opens(keyring, { ...slot, version: Number(version) }, wrapped),
    );
    const rehearsal = { keys: rows.length, failed: failed.length };
    await this.book.rehearsed(readPart(parts[0] ?? '').kit, rehearsal);
    return rehearsal;
  }

  /** The keyring, wherever it comes from, and the secret files this process may read. */
  private async content(): Promise<KitContent> {
    const { SECRETS_DIR } = this.settings;
    const files = SECRET_FILES.map((name) => [name, join(SECRETS_DIR, name)] as const).filter(([, path]) =>
      existsSync(path),
    );
    return {
      [KEYRING]: await this.keys.provider.read(),
      ...Object.fromEntries(files.map(([name, path]) => [name, readFileSync(path, 'utf8')])),
    };
  }
}

function opens(keyring: Keyring, slot: Parameters<typeof unwrapKey>[1], wrapped: Buffer): boolean {
  try {
    unwrapKey(keyring, slot, wrapped);
    return true;
  } catch (error) {
    if (error instanceof VaultOpenError) return false;
    throw error;
  }
}

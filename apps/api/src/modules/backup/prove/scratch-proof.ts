import {
  blobKeyVersion,
  openField,
  PLATFORM_ORGANISATION,
  unwrapKey,
  VaultFormatError,
  VaultOpenError,
  type DataKey,
  type Keyring,
  type Purpose,
} from '@st0r/crypto';
import type { ScratchSchema } from '../../../platform/database';
import { CANARY_WORD, canaryPlace, sealedStores, type SealedStore } from '../../../platform/keys';

/** What was found out about a restored copy; `problems` is empty when it would really bring everything back. */
export interface Proof {
  problems: string[];
  rows: number;
  organisations: number;
  keys: number;
  fields: number;
  /** Events of the audit log that were recomputed, up to the checkpoint of the manifest. */
  events: number;
  milliseconds: number;
}

interface KeyRow {
  id: string;
  organisation: string;
  purpose: Purpose;
  version: number;
  wrapped: Buffer;
  canary: Buffer | null;
}

const FIELDS = 100;

/** The data keys of a restored copy, opened with a keyring: each must prove itself, and they open what was sealed. */
export class RestoredKeys {
  private readonly opened = new Map<string, DataKey>();

  constructor(
    private readonly scratch: ScratchSchema,
    private readonly keyring: Keyring,
  ) {}

  /** Opens every key and its canary; `needed` are ids of keys that have to be among them. */
  async prove(proof: Proof, needed: readonly string[]): Promise<void> {
    const owners = new Set<string>();
    const found = new Set<string>();
    for (const row of await this.rows()) {
      const reason = this.take(row);
      proof.keys += 1;
      found.add(row.id);
      if (row.organisation !== PLATFORM_ORGANISATION) owners.add(row.organisation);
      if (reason) proof.problems.push(`The ${row.purpose} key ${row.version} of ${row.organisation}: ${reason}.`);
    }
    proof.organisations = owners.size;
    const missing = needed.filter((id) => !found.has(id));
    if (missing.length > 0) proof.problems.push(`${missing.length} data keys are not in the copy of the keys.`);
  }

  /** Opens sealed values picked at random, from every column that holds some. */
  async proveFields(proof: Proof): Promise<void> {
    const stores = sealedStores();
    for (const store of stores) {
      const rows = await this.sample(store, Math.ceil(FIELDS / stores.length));
      proof.fields += rows.length;
      for (const row of rows) {
        const reason = this.reasonOf(store, row);
        if (reason) proof.problems.push(`A sealed value in ${store.table}.${store.blob}: ${reason}.`);
      }
    }
  }

  private async rows(): Promise<KeyRow[]> {
    const columns = 'id, organisation_id AS organisation, purpose, key_version AS version, wrapped, canary';
    const tables = ['organisation_key', 'platform_key'];
    return this.scratch.ask<KeyRow>(
      tables
        .map((table) => `SELECT ${columns} FROM ${table} /* of all organisations */ WHERE state <> 'destroyed'`)
        .join(' UNION ALL '),
    );
  }

  private take({ id, organisation, purpose, version, wrapped, canary }: KeyRow): string | null {
    try {
      const key = unwrapKey(this.keyring, { organisation, purpose, version: Number(version) }, wrapped);
      this.opened.set(`${organisation}/${purpose}/${version}`, key);
      if (!canary) return null;
      const word = openField(key, canaryPlace(organisation, purpose, id), canary).toString('utf8');
      return word === CANARY_WORD ? null : 'its canary says something else';
    } catch (error) {
      return reasonIn(error);
    }
  }

  private sample({ table, key, columns, blob, owner }: SealedStore, count: number): Promise<Record<string, unknown>[]> {
    const owned = owner === 'organisation' ? ['organisation_id'] : [];
    const names = [...new Set([...key, ...columns, ...owned])].map((name) => `\`${name}\``).join(', ');
    return this.scratch.ask(
      `SELECT ${names}, \`${blob}\` AS sealed FROM \`${table}\` /* of all organisations */
       WHERE \`${blob}\` IS NOT NULL ORDER BY RAND() LIMIT ?`,
      [count],
    );
  }

  private reasonOf(store: SealedStore, row: Record<string, unknown>): string | null {
    const sealed = row['sealed'] as Buffer;
    const owner = store.owner === 'organisation' ? String(row['organisation_id']) : PLATFORM_ORGANISATION;
    try {
      const key = this.opened.get(`${owner}/${store.purpose}/${blobKeyVersion(sealed)}`);
      if (!key) return 'its key is not in the copy';
      openField(key, store.placeOf(row), sealed);
      return null;
    } catch (error) {
      return reasonIn(error);
    }
  }
}

function reasonIn(error: unknown): string {
  if (error instanceof VaultOpenError) return `does not open (${error.reason})`;
  if (error instanceof VaultFormatError) return 'is no sealed value';
  throw error;
}

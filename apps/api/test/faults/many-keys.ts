import { createConnection } from 'mysql2/promise';
import { readFileSync } from 'node:fs';
import {
  createDataKey,
  parseKeyring,
  sealField,
  unwrapKey,
  uuid7,
  wrapKey,
  type DataKey,
  type KeySlot,
} from '@st0r/crypto';
import type { Stack } from '../../../../tools/journeys/stack.mjs';

const PURPOSES = ['idx', 'vault'] as const;

/** A key that was put into the database, as it was before anything happened to its wrap. */
export interface SeededKey {
  id: string;
  slot: KeySlot;
  key: DataKey;
}

/** Puts `count` organisations with both keys into the database, as many first writes would. */
export async function seedKeys(stack: Stack, count: number): Promise<SeededKey[]> {
  const keyring = keyringOf(stack);
  const organisations = Array.from({ length: count }, () => uuid7());
  const seeded = organisations.flatMap((organisation) =>
    PURPOSES.map((purpose) => ({ id: uuid7(), slot: { organisation, purpose, version: 1 }, key: createDataKey(1) })),
  );
  await insert(
    stack,
    `organisation (id, created_at, updated_at, name, slug, type, colour)`,
    organisations.map((id) => [id, new Date(), new Date(), id, id, 'prospect', '#0b7285']),
  );
  await insert(
    stack,
    'organisation_key (id, created_at, updated_at, organisation_id, purpose, key_version, state, wrapped, canary)',
    seeded.map(({ id, slot, key }) => {
      const { organisation, purpose } = slot;
      const place = { organisation, purpose, type: 'canary', record: id, field: 'canary', revision: 1 } as const;
      const canary = sealField(key, place, 'canary');
      return [id, new Date(), new Date(), organisation, purpose, 1, 'active', wrapKey(keyring, slot, key), canary];
    }),
  );
  return seeded;
}

/** The keyring on the disk of this stack. */
export const keyringOf = (stack: Stack) =>
  parseKeyring(readFileSync(`${stack.env['SECRETS_DIR'] ?? ''}/keyring.json`, 'utf8'));

/** Seeded keys whose wrap no longer opens as the very key it was. */
export function lostKeys(stack: Stack, seeded: readonly SeededKey[], wraps: ReadonlyMap<string, Buffer>): string[] {
  const keyring = keyringOf(stack);
  return seeded
    .filter(({ id, slot, key }) => !unwrapKey(keyring, slot, wraps.get(id) ?? Buffer.alloc(0)).key.equals(key.key))
    .map(({ id }) => id);
}

async function insert(stack: Stack, into: string, rows: unknown[][]): Promise<void> {
  const { socket, rootPassword } = stack.database;
  const connection = await createConnection({
    socketPath: socket,
    user: 'root',
    password: rootPassword,
    database: 'st0r',
  });
  try {
    for (let at = 0; at < rows.length; at += 500)
      await connection.query(`INSERT INTO ${into} VALUES ?`, [rows.slice(at, at + 500)]);
  } finally {
    await connection.end();
  }
}

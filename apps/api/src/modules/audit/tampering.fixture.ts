import { randomUUID } from 'node:crypto';
import { CHAIN_START, chainHash } from '@st0r/crypto';
import { AccountDatabase } from '../../platform/database';
import { EVENT_GUARDS, EventRecorder } from '../../platform/events';
import { createTrigger } from '../../platform/events/event-guards';
import type { World } from '../../../test/world';
import { Sealer } from './seal/sealer.service';
import { STORED_COLUMNS, hashOf, type StoredEvent } from './seal/stored-event';

/** Writes `count` events of the house itself, each in its own transaction. */
export async function writeEvents(world: World, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await world.organisation(`Client ${randomUUID()}`);
}

/** Writes many events in one transaction, of an organisation or of the house. */
export async function writeMany(world: World, count: number, organisationId: string | null = null): Promise<void> {
  await world.inside(async () => {
    const recorder = world.app.get(EventRecorder);
    for (let at = 0; at < count; at += 1)
      recorder.record({ action: 'test.counted', category: 'api', organisationId, details: { at } });
  });
}

/** Seals everything and lets go of the lock, as a worker that stops would. */
export async function sealAll(world: World): Promise<number> {
  const sealer = world.app.get(Sealer);
  const sealed = await sealer.sealOnce();
  await sealer.stepDown();
  return sealed;
}

/** What a database administrator can do: take the triggers away, act, and put them back so that nobody notices. */
export async function asRoot(world: World, act: () => Promise<unknown>): Promise<void> {
  for (const { name } of EVENT_GUARDS) await world.sql(`DROP TRIGGER IF EXISTS ${name}`);
  await act();
  for (const trigger of EVENT_GUARDS)
    await world.sql(createTrigger(trigger).replace('CREATE OR REPLACE', 'CREATE OR REPLACE DEFINER = CURRENT_USER'));
}

/** Everything an attacker without our keys can make consistent: other rows, and a whole new chain over them. */
export async function rewriteChain(world: World, ...changes: string[]): Promise<void> {
  for (const change of [...changes, 'DELETE FROM event_seal', 'DELETE FROM event_checkpoint']) await world.sql(change);
  const database = await AccountDatabase.open(world.settings, 'migration');
  const rows = await database.query<StoredEvent>(`SELECT ${STORED_COLUMNS} FROM event e ORDER BY e.n`);
  await database.close();
  let head: Uint8Array = CHAIN_START;
  for (const [at, row] of rows.entries()) {
    const rowHash = hashOf(row);
    head = chainHash(head, at + 1, rowHash);
    await world.sql('INSERT INTO event_seal VALUES (?, ?, ?, ?)', [at + 1, row.n, rowHash, head]);
  }
}

import { randomBytes } from 'node:crypto';
import { daysAgo, fill } from './filler.mjs';
import { choices } from './words.mjs';

/** Columns of an event in the order its MAC covers them; `mac` comes last. */
export const EVENT = [
  ...['id', 'recorded_at', 'category', 'action', 'outcome', 'actor_type', 'actor_id', 'actor_name', 'session_id'],
  ...['organisation_id', 'target_type', 'target_id', 'target_label', 'ip', 'user_agent', 'request_id', 'changes'],
  ...['details', 'node', 'node_seq'],
];

/** The values of one event with the MAC the product would give it. */
export function eventValues(event, { crypto, secrets }) {
  const row = Object.fromEntries(EVENT.map((column) => [column, event[column] ?? null]));
  return [...EVENT.map((column) => row[column]), crypto.rowMac(secrets.auditMac, row)];
}

/** Events about the seeded assets, as people of the product would have left them; the worker seals them afterwards. */
export async function seedEvents(root, tools, { size, organisations, assets }) {
  await fill(root, { table: 'event', columns: [...EVENT, 'mac'] }, events(tools, { size, organisations, assets }));
}

function* events(tools, { size, organisations, assets }) {
  const pick = choices(7);
  const node = randomBytes(8).toString('hex');
  const actor = tools.crypto.uuid7();
  const recorded = `${daysAgo(0)}000`;
  const changes = JSON.stringify({ status: { from: 'in_stock', to: 'active' } });
  for (let at = 1; at <= size.events; at += 1) {
    const which = pick.below(organisations.length);
    const target = assets[which].length > 0 ? pick.of(assets[which]) : null;
    yield eventValues(
      {
        id: tools.crypto.uuid7(),
        recorded_at: recorded,
        category: 'record',
        action: 'asset.updated',
        outcome: 'success',
        actor_type: 'user',
        actor_id: actor,
        actor_name: 'Bench',
        organisation_id: organisations[which].id,
        target_type: 'asset',
        target_id: target,
        target_label: 'seeded asset',
        ip: '127.0.0.1',
        user_agent: 'bench',
        request_id: `bench-${at}`,
        changes,
        node,
        node_seq: at,
      },
      tools,
    );
  }
}

import { createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, type Connection } from 'mysql2/promise';
import { rowMac, sealField, unwrapKey, uuid7, type DataKey } from '@st0r/crypto';
import type { Stack } from '../../../../tools/journeys/stack.mjs';
import { EVENT_COLUMNS, macFields, type EventRow } from '../../src/platform/events';
import { keyringOf } from './many-keys';

const PER_STATEMENT = 2_000;
/** What one credential has been before, at most. */
const PAST_EACH = 500;
const AT = '2024-05-06 07:08:09.000000';

/** Where the last of the former passwords is revealed, and what it was. */
export interface Seeded {
  path: string;
  password: string;
}

/** So many former passwords in an organisation that has its key, each really sealed at its own place. */
export function seedPastPasswords(stack: Stack, organisationId: string, count: number): Promise<Seeded> {
  return inBulk(stack, async (root) => {
    const key = await vaultKeyOf(stack, root, organisationId);
    const owners = Array.from({ length: Math.ceil(count / PAST_EACH) }, () => uuid7());
    await insert(
      root,
      'credential (id, created_at, updated_at, organisation_id, name, type)',
      owners.map((id, at) => `('${id}','${AT}','${AT}','${organisationId}','Switch ${at}','website')`),
    );
    const version = 'organisation_id, credential_id, revision, changed, fields';
    const last = (at: number): number => Math.min(PAST_EACH, count - at * PAST_EACH);
    await insert(
      root,
      `credential_version (id, created_at, updated_at, ${version})`,
      owners.map((id, at) => {
        const facts = `'${organisationId}','${id}',1,'["password"]','{"password":${last(at)}}'`;
        return `('${uuid7()}','${AT}','${AT}',${facts})`;
      }),
    );
    const columns = 'id, created_at, updated_at, organisation_id, credential_id, field, class, revision, `blob`';
    await insert(root, `credential_past_field (${columns})`, pastPasswords({ key, organisationId, owners, count }));
    return {
      path: `/credentials/${owners.at(-1)}/versions/1/fields/password/reveal`,
      password: passwordOf(last(owners.length - 1)),
    };
  });
}

/** So many lines of the history of one asset: a table that is large and holds nothing sealed. */
export function seedStatusChanges(stack: Stack, { organisationId, assetId, count }: History): Promise<void> {
  return inBulk(stack, async (root) => {
    const columns = 'id, created_at, updated_at, organisation_id, asset_id, to_status, by_id, by_name';
    await root.query(
      `INSERT INTO asset_status_change (${columns})
       SELECT CONCAT(LPAD(HEX(seq), 8, '0'), '-0000-7000-8000-000000000000'), '${AT}', '${AT}', ?, ?, 'active', 'olga',
         CONCAT('Olga ', seq) FROM seq_1_to_${count}`,
      [organisationId, assetId],
    );
  });
}

interface History {
  organisationId: string;
  assetId: string;
  count: number;
}

/** So many events of the organisation with the MAC the product gives; whoever seals finds them. */
export function seedEvents(stack: Stack, organisationId: string, count: number): Promise<void> {
  return inBulk(stack, async (root) => {
    const secret = readFileSync(join(stack.env['SECRETS_DIR'] ?? '', 'audit-mac.key'), 'utf8').trim();
    const mac = createSecretKey(Buffer.from(secret, 'base64url'));
    const columns = EVENT_COLUMNS.map(([, column]) => column).join(', ');
    await insert(root, `event (${columns})`, eventsOf({ organisationId, count, mac }));
  });
}

/** As root, with a pool that holds what is written, and no waiting for the disk: how rows come in is no subject here. */
async function inBulk<T>(stack: Stack, work: (root: Connection) => Promise<T>): Promise<T> {
  const { socket: socketPath, rootPassword: password } = stack.database;
  const root = await createConnection({ socketPath, user: 'root', password, database: 'st0r' });
  try {
    await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 0');
    await root.query('SET SESSION foreign_key_checks = 0, unique_checks = 0');
    return await work(root);
  } finally {
    await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
    await root.end();
  }
}

/** The next rows are made while the last ones are written. */
async function insert(root: Connection, into: string, rows: Iterable<string>): Promise<void> {
  let [batch, last]: [string[], Promise<unknown>] = [[], Promise.resolve()];
  const flush = async (): Promise<void> => {
    const text = `INSERT INTO ${into} VALUES ${batch.join(',')}`;
    batch = [];
    await last;
    last = root.query(text);
    // Its failure is thrown by the next await; until then nobody may call it unhandled.
    last.catch(() => undefined);
  };
  for (const row of rows) if (batch.push(row) === PER_STATEMENT) await flush();
  if (batch.length > 0) await flush();
  await last;
}

interface Past {
  key: DataKey;
  organisationId: string;
  owners: readonly string[];
  count: number;
}

const passwordOf = (revision: number): string => `otter-${revision}-lantern`;

function* pastPasswords({ key, organisationId, owners, count }: Past): Generator<string> {
  for (let at = 0; at < count; at += 1) {
    const [record = '', revision] = [owners[Math.floor(at / PAST_EACH)], (at % PAST_EACH) + 1];
    const place = { organisation: organisationId, purpose: 'vault', type: 'credential', record } as const;
    const blob = sealField(key, { ...place, field: 'password', revision }, passwordOf(revision)).toString('hex');
    const owner = `'${organisationId}','${record}'`;
    yield `('${uuid7()}','${AT}','${AT}',${owner},'password','S',${revision},X'${blob}')`;
  }
}

async function vaultKeyOf(stack: Stack, root: Connection, organisation: string): Promise<DataKey> {
  const [[row]] = (await root.query(
    "SELECT key_version AS version, wrapped FROM organisation_key WHERE organisation_id = ? AND purpose = 'vault'",
    [organisation],
  )) as unknown as [[{ version: number; wrapped: Buffer }]];
  return unwrapKey(keyringOf(stack), { organisation, purpose: 'vault', version: row.version }, row.wrapped);
}

interface Events {
  organisationId: string;
  count: number;
  mac: ReturnType<typeof createSecretKey>;
}

function* eventsOf({ organisationId, count, mac }: Events): Generator<string> {
  const [node, actorId, targetId] = [randomBytes(8).toString('hex'), uuid7(), uuid7()];
  const recordedAt = `${new Date().toISOString().slice(0, 23).replace('T', ' ')}000`;
  for (let nodeSeq = 1; nodeSeq <= count; nodeSeq += 1) {
    const row: Omit<EventRow, 'mac'> = {
      ...{ id: uuid7(), recordedAt, category: 'record', action: 'asset.updated', outcome: 'success' },
      ...{ actorType: 'user', actorId, actorName: 'Olga', sessionId: null, organisationId },
      ...{ targetType: 'asset', targetId, targetLabel: `Switch ${nodeSeq}`, ip: '127.0.0.1', userAgent: 'curl' },
      ...{ requestId: `many-${nodeSeq}`, changes: '{"status":{"from":"in_stock","to":"active"}}', details: null },
      ...{ node, nodeSeq },
    };
    const written = { ...row, mac: rowMac(mac, macFields(row)) };
    yield `(${EVENT_COLUMNS.map(([property]) => literal(written[property])).join(',')})`;
  }
}

// Nothing in them needs escaping: they are made above.
function literal(value: string | number | Buffer | null): string {
  if (value === null || typeof value === 'number') return String(value);
  return typeof value === 'string' ? `'${value}'` : `X'${value.toString('hex')}'`;
}

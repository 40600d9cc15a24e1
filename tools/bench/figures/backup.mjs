import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { inBulk } from '../seed/filler.mjs';

const MEBIBYTE = 1024 ** 2;
/** So much lies in MariaDB and in files together. */
const BYTES = 1024 * MEBIBYTE;
const FILE_BYTES = 64 * MEBIBYTE;
/** What does not get smaller: sealed values, pictures. */
const DENSE_BYTES = 320 * MEBIBYTE;
const ROWS_AT_A_TIME = 100_000;

/**
 * Makes a backup of a gigabyte, and puts it back as an operator does: read whole, proved beside the present data, put in
 * its place. Answers { bytes, rows, packed, backup, restore } in bytes and seconds; the services are stopped afterwards.
 */
export async function backupFigures({ stack, facts, tools }) {
  await inBulk(stack.root, () => fillUp(stack, { tools, organisation: facts.organisations[0].id, facts }));
  const identity = await recipients(stack);
  const bytes = (await bytesInDatabase(stack)) + FILE_BYTES;
  const made = await timed(() => stack.operator('backup', 'create', '--no-verify'));
  const rows = Number(/: (\d+) rows/.exec(made.said)?.[1]);
  await stack.stopServices();
  const restored = await timed(() => stack.operator('backup', 'restore', '--identity', identity, '--yes'));
  return { bytes, rows, packed: packedBytes(stack), backup: made.seconds, restore: restored.seconds };
}

async function fillUp(stack, { tools, organisation, facts }) {
  mkdirSync(join(stack.dataDir, 'geoip'), { recursive: true });
  writeFileSync(join(stack.dataDir, 'geoip', 'countries.mmdb'), randomBytes(FILE_BYTES));
  await addDense(stack.root, { uuid7: tools.crypto.uuid7, organisation });
  const [asset] = facts.assets[0];
  for (let at = 0; (await bytesInDatabase(stack)) < BYTES - FILE_BYTES; at += 1)
    await addLines(stack.root, { organisation, asset, at });
}

async function addDense(root, { uuid7, organisation }) {
  const columns = 'id, created_at, updated_at, organisation_id, filename, uploaded_by, content';
  for (let written = 0; written < DENSE_BYTES; written += MEBIBYTE)
    await root.query(`INSERT INTO asset_import (${columns}) VALUES (?, NOW(6), NOW(6), ?, 'a.bin', 'bench', ?)`, [
      uuid7(),
      organisation,
      randomBytes(MEBIBYTE),
    ]);
}

/** A history of many short lines: rows cost more than their bytes. */
async function addLines(root, { organisation, asset, at }) {
  const columns = 'id, created_at, updated_at, organisation_id, asset_id, to_status, reason, by_id, by_name';
  const prefix = (0x01000000 + at).toString(16).padStart(8, '0');
  await root.query(
    `INSERT INTO asset_status_change (${columns})
     SELECT CONCAT('${prefix}-0000-7000-8000-', LPAD(HEX(seq), 12, '0')), NOW(6), NOW(6), ?, ?, 'active',
       CONCAT('Moved to rack ', MD5(seq), ' because of ', MD5(-seq)), 'bench', CONCAT('Person ', seq MOD 97)
     FROM seq_1_to_${ROWS_AT_A_TIME}`,
    [organisation, asset],
  );
}

/** As the database files it, with no index in it: what a dump has to carry. */
async function bytesInDatabase({ root }) {
  await root.query('ANALYZE TABLE asset_status_change, asset_import');
  const [[row]] = await root.query(
    'SELECT SUM(data_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
  );
  return Number(row.bytes);
}

async function recipients(stack) {
  const path = join(stack.dataDir, 'data.key');
  for (const half of ['data', 'keys']) {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    await stack.operator('backup', 'recipients', 'add', half, recipient, '--name', 'Bench');
    if (half === 'data') writeFileSync(path, `${identity}\n`, { mode: 0o600 });
  }
  return path;
}

const packedBytes = ({ dataDir }) =>
  readdirSync(join(dataDir, 'backups'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);

async function timed(work) {
  const startedAt = performance.now();
  const said = await work();
  return { said, seconds: (performance.now() - startedAt) / 1000 };
}

/** The figures as lines of the report. */
export function backupNotes(value) {
  const { bytes, rows, packed, backup, restore } = value;
  const speed = (seconds) => `${seconds.toFixed(0)} s, ${(bytes / MEBIBYTE / seconds).toFixed(0)} MiB/s`;
  const size = `${(bytes / MEBIBYTE).toFixed(0)} MiB in ${rows.toLocaleString('en')} rows and a file`;
  return [
    {
      name: 'backup',
      what: 'making a backup',
      value,
      words: `${speed(backup)}: ${size}, ${(packed / MEBIBYTE).toFixed(0)} MiB packed and locked`,
    },
    { name: 'backup', what: 'restoring and proving it', value, words: `${speed(restore)}` },
  ];
}

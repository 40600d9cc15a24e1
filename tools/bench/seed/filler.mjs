const BATCH = 1_000;
const ROWS_PER_COMMIT = 20_000;

/**
 * Writes rows straight into a table, many per statement; the next rows are made while the last are being written.
 * `rows` is any iterable of arrays in the order of `columns`.
 */
export async function fill(root, { table, columns }, rows) {
  const text = `INSERT INTO ${table} (${columns.map((name) => `\`${name}\``).join(', ')}) VALUES ?`;
  let batch = [];
  let written = 0;
  let last = root.query('START TRANSACTION');
  const flush = async () => {
    await last;
    if (batch.length === 0) return;
    last = root.query(text, [batch]);
    // Its failure is thrown by the next await; until then nobody may call it unhandled.
    last.catch(() => undefined);
    written += batch.length;
    batch = [];
    if (written % ROWS_PER_COMMIT === 0) {
      await last;
      last = root.query('COMMIT AND CHAIN');
    }
  };
  for (const row of rows) if (batch.push(row) === BATCH) await flush();
  await flush();
  await last;
  await root.query('COMMIT');
  return written;
}

/** Lets the database write a lot quickly, runs the work, and makes it durable and checked again. */
export async function inBulk(root, work) {
  await root.query('SET SESSION foreign_key_checks = 0, unique_checks = 0');
  await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 2');
  try {
    return await work();
  } finally {
    await root.query('SET GLOBAL innodb_flush_log_at_trx_commit = 1');
    await root.query('SET SESSION foreign_key_checks = 1, unique_checks = 1');
  }
}

/** Columns of every record, and their values for a new one. */
export const RECORD = ['id', 'version', 'created_at', 'updated_at', 'archived_at'];
export const TENANT = [...RECORD, 'organisation_id'];

/** A moment as the database writes it, `days` before now. */
export const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 23).replace('T', ' ');

/** Values of RECORD: made some days ago, never changed or archived. */
export function recordOf(id, days = 30) {
  const at = daysAgo(days);
  return [id, 1, at, at, null];
}

import { createHash } from 'node:crypto';
import { percentile } from '../statistics.mjs';

const ROUNDS = 40;
const EACH = 50;
/** So many organisations a technician of a middling firm looks after. */
const MANY = 49;

const COLUMNS = 'id, name, type, status, serial, updated_at';
const LISTED = `archived_at IS NULL ORDER BY name, id LIMIT 50`;

/**
 * What it costs that the application meets rows of organisations through views: the same prepared statements on a view and
 * on its table, in turns on one connection, which holds the organisations it asks for. Answers for each the p50 and p95 of
 * both in milliseconds.
 */
export async function isolationFigures({ root, organisations }) {
  const [first] = organisations;
  const some = organisations.slice(0, MANY);
  const marks = some.map(() => '?').join(', ');
  const [[asset]] = await root.query('SELECT id FROM asset WHERE organisation_id = ? LIMIT 1', [first.id]);
  const questions = {
    'one by its id': [`SELECT * FROM {asset} WHERE id = ? AND organisation_id = ?`, [asset.id, first.id], [first]],
    'a list of one organisation': [
      `SELECT ${COLUMNS} FROM {asset} WHERE organisation_id = ? AND ${LISTED}`,
      [first.id],
      [first],
    ],
    'a count of one organisation': ['SELECT COUNT(*) FROM {asset} WHERE organisation_id = ?', [first.id], [first]],
    [`a list of ${some.length} organisations`]: [
      `SELECT ${COLUMNS} FROM {asset} WHERE organisation_id IN (${marks}) AND ${LISTED}`,
      some.map(({ id }) => id),
      some,
    ],
  };
  const key = await keyOf(root);
  const figures = {};
  for (const [what, [text, params, held]] of Object.entries(questions)) {
    await hold(root, key, held);
    figures[what] = await inTurns(root, text, params);
  }
  await root.query('SET @held_scope = NULL, @held_proof = NULL');
  return figures;
}

async function keyOf(root) {
  const [[[row]]] = await root.query('CALL row_key()');
  return row.key;
}

async function hold(root, key, organisations) {
  const scope = Buffer.from(organisations.map(({ id }) => id.replaceAll('-', '')).join(''), 'hex');
  const proof = createHash('sha384').update(key).update(scope).digest('hex');
  await root.query('SET @held_scope = ?, @held_proof = ?', [scope, proof]);
}

async function inTurns(root, text, params) {
  const sides = { view: text.replace('{asset}', 'held_asset'), table: text.replace('{asset}', 'asset') };
  const times = { view: [], table: [] };
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [side, statement] of Object.entries(sides))
      for (let at = 0; at < EACH; at += 1) {
        const began = performance.now();
        await root.execute(statement, params);
        // The first round warms up.
        if (round >= 0) times[side].push(performance.now() - began);
      }
  const figuresOf = (all) => ({ p50: percentile(all, 0.5), p95: percentile(all, 0.95) });
  return { view: figuresOf(times.view), table: figuresOf(times.table) };
}

const TRIES = 20;

/**
 * How many statements the product sends for one act, counted by the database itself while nobody else works.
 * `BEGIN` and `COMMIT` count; the worker's own look every half second is far below the rounding.
 */
export async function statementsOf(root, act) {
  const before = await questions(root);
  for (let at = 0; at < TRIES; at += 1) await act();
  // Our own second question is counted too.
  return Math.round(((await questions(root)) - before - 1) / TRIES);
}

async function questions(root) {
  const [[row]] = await root.query("SHOW GLOBAL STATUS LIKE 'Questions'");
  return Number(row.Value);
}

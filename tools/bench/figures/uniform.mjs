import { mannWhitney, median } from '../statistics.mjs';

const PAIRS = 300;
/** Fewer failures than an address or an account may have before it waits, and than an attack is made of. */
const CLEAR_EVERY = 5;

/**
 * Whether the time of a refused sign-in tells that there is such an account: wrong passwords for addresses that exist and
 * for some that do not, in turns. Answers { known, unknown } in milliseconds (p50) and the `p` of a Mann-Whitney test that
 * both are drawn from the same times.
 */
export async function uniformFigures({ stack, facts }) {
  const { keepers } = facts.people;
  const times = { known: [], unknown: [] };
  for (let at = 0; at < PAIRS; at += 1) {
    if (at % CLEAR_EVERY === 0) await clear(stack.root);
    const asked = { known: keepers[at % keepers.length].email, unknown: `nobody-${at}@people.bench.example` };
    // Each goes first in every other pair.
    for (const side of at % 2 ? ['known', 'unknown'] : ['unknown', 'known'])
      times[side].push(await refusalOf(stack.url, asked[side]));
  }
  const { known, unknown } = times;
  return { known: median(known), unknown: median(unknown), p: mannWhitney(known, unknown), pairs: PAIRS };
}

async function refusalOf(url, email) {
  const body = JSON.stringify({ email, password: 'nine wrong paper boats' });
  const headers = { 'content-type': 'application/json' };
  const startedAt = performance.now();
  const answer = await fetch(`${url}/api/v1/auth/token`, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  if (answer.status !== 401) throw new Error(`A wrong password was answered ${answer.status} instead of 401.`);
  return performance.now() - startedAt;
}

async function clear(root) {
  for (const table of ['sign_in_slowdown', 'sign_in_pressure', 'sign_in_attack'])
    await root.query(`DELETE FROM ${table}`);
}

import { merged, pairedRatio, turnFigures } from './statistics.mjs';
import { turn } from './load.mjs';

const ROUNDS = 2;
const CONNECTIONS = [1, 32];
const WARM_UP_SHARE = 0.3;

/**
 * Measures one work: `ours` and, where there is one, `floor` in turns, with 1 and with 32 connections.
 * A work is { name, what, ours, floor?, before?, most?, connections? }; its acts are functions of the act's number.
 * Answers one row per number of connections.
 */
export async function measure(work, { seconds }) {
  const rows = [];
  const numbers = counters();
  const sides = ['ours', 'floor'].filter((side) => work[side]);
  for (const connections of work.connections ?? CONNECTIONS) {
    const limits = { connections, most: work.most };
    for (const side of sides) await oneTurn({ work, side, numbers }, { ...limits, seconds: seconds * WARM_UP_SHARE });
    const turns = { ours: [], floor: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const side of sides) turns[side].push(await oneTurn({ work, side, numbers }, { ...limits, seconds }));
    rows.push(rowOf(work, connections, turns));
  }
  return rows;
}

async function oneTurn({ work, side, numbers }, limits) {
  await work.before?.(side);
  return turnFigures(await turn(() => work[side](numbers(side)), limits));
}

// Numbers run on over all turns: no record is created twice under one name.
function counters() {
  const next = { ours: 0, floor: 0 };
  return (side) => next[side]++;
}

function rowOf({ name, what, against }, connections, turns) {
  const row = { name, what, connections, ours: merged(turns.ours), turns };
  if (turns.floor.length === 0) return row;
  return { ...row, against: against ?? 'floor', floor: merged(turns.floor), ...pairedRatio(turns.ours, turns.floor) };
}

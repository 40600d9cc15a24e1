import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchFolder } from './scratch.mjs';

const WHAT = 70;
const HEADS = ['at', 'req/s', 'p50 ms', 'p95 ms', 'floor req/s', 'p50 ms', 'p95 ms', 'ratio', 'spread', 'stmts'];
const WIDTHS = [3, 8, 8, 8, 12, 8, 8, 6, 7, 6];

const milliseconds = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const rate = (value) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en'));
const line = (what, cells) => `${what.padEnd(WHAT)}${cells.map((cell, at) => cell.padStart(WIDTHS[at] + 1)).join('')}`;

/** The head of the table, or of one of its rows. */
export const head = () => line('work', HEADS);

/** One row of measure(), in columns. */
export function tableLine(row) {
  const { what, against, connections, ours, floor, ratio, spread, statements } = row;
  const side = ({ rate: perSecond, p50, p95 }) => [rate(perSecond), milliseconds(p50), milliseconds(p95)];
  const other = floor ? [...side(floor), ratio.toFixed(2), `${Math.round(spread * 100)} %`] : ['', '', '', '', ''];
  const named = against && against !== 'floor' ? `${what} [${against}]` : what;
  return line(named, [
    String(connections),
    ...side(ours),
    ...other,
    statements === undefined ? '' : String(statements),
  ]);
}

/** Figures that are no works: memory, starts, sizes, as lines of a name and words. */
export function figureLines(figures) {
  const width = Math.max(0, ...figures.map(({ what }) => what.length));
  return figures.map(({ what, words }) => `${what.padEnd(width)}  ${words}`);
}

/** Writes everything as JSON beside earlier runs; answers the file's path. */
export function writeReport(report) {
  mkdirSync(benchFolder(), { recursive: true });
  const at = new Date();
  const file = join(benchFolder(), `${at.toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model, memory: totalmem(), node: process.version };
  writeFileSync(file, `${JSON.stringify({ at: at.toISOString(), machine, ...report }, null, 2)}\n`);
  return file;
}

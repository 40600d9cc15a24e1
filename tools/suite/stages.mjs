import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { build, BUILDS } from '../build/targets.mjs';
import { inRoot } from '../workspace/paths.mjs';
import { run, tail } from '../workspace/run.mjs';
import { readReport } from './vitest-report.mjs';

const tool = (...parts) => inRoot('node_modules', ...parts);
const ESLINT = tool('eslint', 'bin', 'eslint.js');
const OXLINT = tool('oxlint', 'bin', 'oxlint');
const PRETTIER = tool('prettier', 'bin', 'prettier.cjs');
const TSC = tool('typescript', 'bin', 'tsc');
const VITEST = tool('vitest', 'vitest.mjs');

/** One check that either holds or fails; a stage's result is the sum of its checks. */
async function check(name, script, args) {
  const { code, output } = await run(process.execPath, [script, ...args]);
  return {
    name,
    failed: code === 0 ? 0 : 1,
    passed: code === 0 ? 1 : 0,
    skipped: [],
    words: code === 0 ? [] : tail(output, 60),
  };
}

const sum = (results) => ({
  passed: results.reduce((total, { passed }) => total + passed, 0),
  failed: results.reduce((total, { failed }) => total + failed, 0),
  skipped: results.flatMap(({ skipped }) => skipped),
  words: results.flatMap(({ name, words }) => (words.length ? [`${name}:`, ...words] : [])),
});

const FORMATTED = [
  '{apps,libs,tools,e2e,docker,deploy}/**/*.{ts,tsx,mjs,mts,css}',
  '!**/{dist,generated,fixtures,schema}/**',
  '!**/*.generated.ts',
];

async function lint() {
  const checks = [
    check('eslint', ESLINT, ['.', '--max-warnings=0', '--no-warn-ignored']),
    // Circles of imports, over all files at once.
    check('oxlint', OXLINT, ['--config=tools/lint/oxlint.json', '--tsconfig=tsconfig.base.json', '.']),
    check('prettier', PRETTIER, ['--check', '--log-level=warn', ...FORMATTED]),
  ];
  return sum(await Promise.all(checks));
}

/** Folders with a tsconfig.json: every app, every library, and the journeys. */
export function typedProjects(root = inRoot()) {
  const inside = (parent) => readdirSync(`${root}/${parent}`).map((name) => `${parent}/${name}`);
  return [...inside('apps'), ...inside('libs'), 'e2e'].filter((path) => existsSync(`${root}/${path}/tsconfig.json`));
}

async function types() {
  const waiting = typedProjects();
  const results = [];
  const work = async () => {
    for (let path = waiting.shift(); path; path = waiting.shift())
      results.push(await check(path, TSC, ['-p', inRoot(path)]));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return sum(results);
}

async function builds() {
  const results = [];
  for (const name of BUILDS) {
    const words = await build(name).then(
      () => [],
      (error) => [error.message, ...(error.waysOut ?? [])],
    );
    results.push({ name, passed: words.length ? 0 : 1, failed: words.length ? 1 : 0, skipped: [], words });
  }
  results.push(await check('bundle budget', inRoot('apps', 'web', 'build', 'bundle-budget.ts'), []));
  return sum(results);
}

const contract = async () => sum([await check('contract', inRoot('tools', 'contract.mjs'), ['--check'])]);

/** A suite of Vitest; its output goes to a log, what matters is read from its report. */
const vitest =
  (...projects) =>
  async () => {
    const folder = inRoot('.cache', 'tests');
    mkdirSync(folder, { recursive: true });
    const report = `${folder}/${projects[0]}.json`;
    rmSync(report, { force: true });
    const chosen = projects.flatMap((project) => ['--project', project]);
    const args = ['run', '--config', inRoot('tools', 'vitest.config.mjs'), ...chosen];
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await run(process.execPath, [VITEST, ...args, ...reporters], {
      env: { ...process.env, NODE_ENV: 'test', NO_COLOR: '1' },
    });
    const written = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
    return readReport(written, { code, output, root: inRoot() });
  };

/** All stages of `npm test`, cheapest first. */
export const STAGES = {
  lint,
  types,
  unit: vitest('unit'),
  web: vitest('web'),
  build: builds,
  contract,
  api: vitest('api', 'guests'),
  journeys: vitest('journeys'),
  deploy: vitest('deploy'),
};

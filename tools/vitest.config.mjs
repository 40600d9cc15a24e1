import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
// The graphql package ships two builds; everybody must load the one Node itself loads, or its types do not match.
const graphql = {
  find: /^graphql$/,
  replacement: fileURLToPath(new URL('../node_modules/graphql/index.js', import.meta.url)),
};
const shared = { root, resolve: { tsconfigPaths: true, alias: [graphql] } };

const unit = {
  name: 'unit',
  include: [
    'libs/{crypto,net,list-query,dto,api-client}/**/*.spec.ts',
    'apps/api/src/**/*.unit.spec.ts',
    'tools/**/*.spec.mjs',
    '{docker,deploy}/**/*.spec.mjs',
  ],
  environment: 'node',
  testTimeout: 30_000,
  // Vitest leaves one core to itself, which is half of a small machine.
  maxWorkers: 2,
  // Pure code keeps no state between files, so a worker need not read every module anew for each of them.
  isolate: false,
};

const api = {
  name: 'api',
  include: ['apps/api/**/*.spec.ts'],
  exclude: ['**/*.unit.spec.ts', '**/*.guest.spec.ts', '**/node_modules/**'],
  environment: 'node',
  globalSetup: ['apps/api/test/global-setup.ts'],
  testTimeout: 180_000,
  hookTimeout: 300_000,
  // One more than there are cores: those that kill and restart real processes wait for them most of the time.
  maxWorkers: 3,
  // Nest, TypeORM and our own modules are read once for each worker, not once for each file.
  isolate: false,
};

/** Specs that bring resources of their own into the product: what they declare must not reach the other files. */
const guests = { ...api, name: 'guests', include: ['apps/api/**/*.guest.spec.ts'], exclude: [], isolate: true };

const web = {
  name: 'web',
  include: ['{apps/web,libs/ui}/**/*.test.tsx'],
  environment: 'jsdom',
  setupFiles: ['apps/web/src/test-setup.ts'],
  testTimeout: 30_000,
  maxWorkers: 2,
};

const journeys = {
  name: 'journeys',
  include: ['e2e/**/*.journey.ts'],
  // Kills nodes, of which there is one unless somebody asks for two.
  exclude: process.env.ST0R_JOURNEYS_ON === 'two-nodes' ? [] : ['e2e/nodes.journey.ts'],
  environment: 'node',
  globalSetup: ['tools/journeys/global-setup.mjs'],
  setupFiles: ['e2e/witness.ts'],
  testTimeout: 400_000,
  hookTimeout: 180_000,
  // A journey waits most of the time: for pages, for what must settle, for the next code of somebody's app.
  maxWorkers: process.env.ST0R_JOURNEYS_ON === 'two-nodes' ? 1 : 2,
};

const deploy = {
  name: 'deploy',
  include: ['{docker,deploy}/**/*.trial.mjs'],
  // Fetches a whole Debian and boots it: minutes and 250 MB, for whoever asks for it.
  exclude: process.env.ST0R_TRIAL_BOOT ? [] : ['deploy/test/boot.trial.mjs'],
  environment: 'node',
  globalSetup: ['docker/test/global-setup.mjs'],
  testTimeout: 300_000,
  hookTimeout: 600_000,
  maxWorkers: 2,
};

/** Pure code, the API on a real MariaDB, components in jsdom, the product in a browser, and the product as it is installed. */
export default defineConfig({
  root,
  // Files that did not change since the last run are not compiled again.
  test: {
    fsModuleCache: true,
    // Whoever reads only the first line of a failure, as the summary shows it, sees what was found.
    chaiConfig: { truncateThreshold: 400 },
    projects: [unit, api, guests, web, journeys, deploy].map((test) => ({ ...shared, test })),
  },
});

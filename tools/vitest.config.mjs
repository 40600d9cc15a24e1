import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = { root, resolve: { tsconfigPaths: true } };

/** Three suites: pure code, the API on a real MariaDB, and components in jsdom. */
export default defineConfig({
  root,
  test: {
    projects: [
      { ...shared, test: { name: 'unit', include: ['libs/{crypto,net,list-query,dto,api-client}/**/*.spec.ts', 'apps/api/src/**/*.unit.spec.ts', 'tools/**/*.spec.mjs'], environment: 'node' } },
      { ...shared, test: { name: 'api', include: ['apps/api/**/*.spec.ts'], exclude: ['**/*.unit.spec.ts', '**/node_modules/**'], environment: 'node', globalSetup: ['apps/api/test/global-setup.ts'], testTimeout: 60_000, hookTimeout: 180_000, maxWorkers: 2 } },
      { ...shared, test: { name: 'web', include: ['{apps/web,libs/ui}/**/*.test.tsx'], environment: 'jsdom' } },
    ],
  },
});

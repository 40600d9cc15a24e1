import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { startPrivateMariaDb } from '../../../tools/mariadb/index.mjs';
import { clearLeftovers, scratchFolder } from '../../../tools/mariadb/scratch.mjs';
import { readTemplate, type Template } from './schema-template';
import { createSchema, type TestDatabaseSettings, type TestServer } from './test-schema';

declare module 'vitest' {
  interface ProvidedContext {
    /** The one MariaDB of this run. */
    testServer: TestServer;
    /** The migrated schema every spec file gets a copy of. */
    template: Template;
  }
}

const MIGRATE = fileURLToPath(new URL('./migrate-template.ts', import.meta.url));

/** One MariaDB for the whole run, one migrated schema to copy from; both vanish at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers();
  const folder = scratchFolder();
  const rootPassword = randomBytes(18).toString('base64url');
  const server = await startPrivateMariaDb({ dataDir: join(folder, 'mariadb'), memory: 'test', rootPassword });
  const testServer = { socket: server.socket, rootPassword };
  project.provide('testServer', testServer);
  project.provide('template', await migratedTemplate(testServer));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migratedTemplate(server: TestServer): Promise<Template> {
  const settings = await createSchema(server, 'template');
  await migrate(settings);
  const template = await readTemplate(server, settings);
  return template;
}

async function migrate(settings: TestDatabaseSettings): Promise<void> {
  if (!existsSync(MIGRATE)) return;
  const module = (await import(/* @vite-ignore */ MIGRATE)) as {
    migrateTemplate(settings: TestDatabaseSettings): Promise<void>;
  };
  await module.migrateTemplate(settings);
}

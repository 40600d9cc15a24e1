import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Command } from 'commander';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BootCheck } from '../platform/authorize/boot-check';
import { configurationPage } from '../platform/config/configuration-page';
import { readSettings } from '../platform/config';
import { schemaSql } from '../platform/database/schema-sql';
import { openApiDocument } from '../platform/http/openapi';

/** `st0r contract`: writes openapi.json, schema.graphql, permissions.lock.json and database.sql. */
export function contractCommand(program: Command): void {
  program
    .command('contract')
    .description('Write the generated contract files (developers)')
    .option('--into <folder>', 'folder of the schema files', 'apps/api/src/schema')
    .option('--reference <folder>', 'folder of the generated reference pages', 'docs/reference')
    .action(async ({ into, reference }: { into: string; reference: string }) => {
      const { createApp } = await import('../create-app');
      const app = await createApp({ settings: readSettings({ ...process.env, LOG_LEVEL: 'silent' }) });
      try {
        await writeContract(app, resolve(into));
        mkdirSync(resolve(reference), { recursive: true });
        writeFileSync(join(resolve(reference), 'configuration.md'), configurationPage());
      } finally {
        await app.close();
      }
    });
}

async function writeContract(app: NestFastifyApplication, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void =>
    writeFileSync(join(folder, name), text.endsWith('\n') ? text : `${text}\n`);
  write('openapi.json', JSON.stringify(openApiDocument(app), null, 2));
  write('schema.graphql', printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema)));
  write(
    'permissions.lock.json',
    JSON.stringify(
      Object.fromEntries(
        app
          .get(BootCheck)
          .handlers()
          .map(({ name, access }) => [name, access]),
      ),
      null,
      2,
    ),
  );
  write('database.sql', await schemaSql(app));
}

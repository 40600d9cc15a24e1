import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const root = new URL('../../', import.meta.url);
const document = JSON.parse(readFileSync(new URL('apps/api/src/schema/openapi.json', root), 'utf8'));
const lock = JSON.parse(readFileSync(new URL('apps/api/src/schema/permissions.lock.json', root), 'utf8'));
const into = new URL('src/generated/', import.meta.url);
mkdirSync(into, { recursive: true });

/** Types of every path and schema, and the permission names the lock file knows. */
const types = astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
writeFileSync(fileURLToPath(new URL('schema.ts', into)), `/* Generated from openapi.json. Do not edit. */\n${types}`);
const permissions = [
  ...new Set(
    Object.values(lock)
      .map((access) => access.permission)
      .filter(Boolean),
  ),
].sort();
const union = permissions.map((code) => `  | '${code}'`).join('\n');
writeFileSync(
  fileURLToPath(new URL('permissions.ts', into)),
  `/* Generated from permissions.lock.json. Do not edit. */\n/** Permissions some route asks for. */\nexport type UsedPermission =\n${union};\n`,
);

import { namesOf, onImports } from '../imports.mjs';
import { isTest, pathInRepo } from '../places.mjs';

const DOOR = 'apps/api/src/platform/database/';
const RAW_PACKAGES = /^(?:mysql2|mariadb|@nestjs\/typeorm)(?:\/|$)/;
const RAW_NAMES = /^(?:\*|DataSource|EntityManager|QueryRunner|Inject\w*|(?:\w*)(?:Repository|QueryBuilder))$/;
const MIGRATION_NAMES = ['MigrationInterface', 'QueryRunner'];
const RAW_CALLS = ['createQueryBuilder', 'getRepository', 'createQueryRunner'];

/** TenantRepository is the only door to data: no raw TypeORM or driver outside platform/database, migrations and tests. */
export const dataDoor = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { raw: '{{what}} reads around the organisation scope: use the TenantRepository of platform/database.' },
  },
  create(context) {
    const here = pathInRepo(context.filename);
    const open = here.startsWith(DOOR) || here.startsWith('apps/api/test/');
    if (open || !/^(?:apps|libs)\//.test(here)) return {};
    const report = (node, what) => context.report({ node, messageId: 'raw', data: { what } });
    return {
      ...onImports((specifier, node) => {
        if (RAW_PACKAGES.test(specifier)) report(node, specifier);
        if (!/^typeorm(?:\/|$)/.test(specifier)) return;
        for (const name of namesOf(node)) if (isRaw(name, here)) report(node, name);
      }),
      CallExpression(node) {
        const name = node.callee.property?.name;
        if (RAW_CALLS.includes(name) && !isTest(here)) report(node, name);
      },
      'Decorator > CallExpression > Identifier[name=/^Inject(?:Repository|DataSource|EntityManager)$/]'(node) {
        report(node, node.name);
      },
    };
  },
};

function isRaw(name, here) {
  if (here.includes('/migrations/') && MIGRATION_NAMES.includes(name)) return false;
  return RAW_NAMES.test(name);
}

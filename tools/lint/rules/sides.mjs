import { builtinModules } from 'node:module';
import { onImports } from '../imports.mjs';
import { isTest, pathInRepo, projectOf, sideOf, targetOf } from '../places.mjs';

const SERVER_ONLY =
  /^(?:node:|@nestjs|typeorm|class-validator|class-transformer|fastify|@fastify|mysql2|argon2|pino|reflect-metadata)/;
const BROWSER_ONLY = /^(?:react|react-(?:dom|router|hook-form|bootstrap)|bootstrap|@tanstack|cmdk|recharts)(?:\/|$)/;

/** Which sides a file of each side may import from. */
const REACH = { browser: ['browser', 'any'], server: ['server', 'any'], any: ['any'] };

/** Keeps server packages out of the browser, both out of shared code, apps out of everything, react-bootstrap in libs/ui. */
export const sides = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      app: 'Nothing depends on an app: move what both need to a library.',
      side: 'side:{{side}} code may not import {{what}}, which belongs to the other side.',
      bootstrap: 'Only libs/ui imports react-bootstrap: use or add a component of @st0r/ui.',
    },
  },
  create(context) {
    const here = pathInRepo(context.filename);
    // The scripts in tools/, docker/ and deploy/ start, build, install and check the apps; they are not part of what runs.
    if (/^(?:tools|docker|deploy)\//.test(here)) return {};
    return onImports((specifier, node) => {
      const broken = brokenRule(here, specifier);
      if (broken) context.report({ node, ...broken });
    });
  },
};

function brokenRule(here, specifier) {
  const target = targetOf(specifier, here);
  const side = sideOf(here);
  const mismatch = { messageId: 'side', data: { side, what: specifier } };
  if (target) {
    if (target.startsWith('apps/') && projectOf(target) !== projectOf(here)) return { messageId: 'app' };
    const reached = sideOf(target);
    return side && reached && !isTest(here) && !REACH[side].includes(reached) ? mismatch : undefined;
  }
  if (specifier.startsWith('react-bootstrap') && projectOf(here) !== 'libs/ui') return { messageId: 'bootstrap' };
  if (!side || isTest(here)) return undefined;
  return isForeign(side, specifier) ? mismatch : undefined;
}

function isForeign(side, specifier) {
  const server = SERVER_ONLY.test(specifier) || builtinModules.includes(specifier);
  if (side === 'browser') return server;
  return BROWSER_ONLY.test(specifier) || (side === 'any' && server);
}

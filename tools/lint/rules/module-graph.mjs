import { graph } from '../../../apps/api/src/modules/graph.mjs';
import { onImports } from '../imports.mjs';
import { isTest, moduleOf, pathInRepo, targetOf } from '../places.mjs';

const API = 'apps/api/src/';
const PLATFORM = `${API}platform/`;
const MODULES = `${API}modules/`;
const DOORS = ['', 'index', 'index.ts', 'index.js'];

/** API modules meet through index.ts along graph.mjs; platform/ knows none of them; nobody imports the composition. */
export const moduleGraph = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      platform: 'platform/ knows no domain word: move this to the module, or pass it in.',
      composition: 'A module does not know what is composed around it: turn this import round.',
      door: 'Import {{to}} through its index.ts; what is not exported there is private to it.',
      unknown: 'Module {{from}} is not in graph.mjs: decide there whom it may import.',
      arrow: 'graph.mjs has no arrow from {{from}} to {{to}}: listen to an event, or decide the arrow there.',
    },
  },
  create(context) {
    const here = pathInRepo(context.filename);
    if (!here.startsWith('apps/api/')) return {};
    return onImports((specifier, node) => {
      const target = targetOf(specifier, here);
      const broken = target?.startsWith(API) && brokenRule(here, target);
      if (broken) context.report({ node, ...broken });
    });
  },
};

function brokenRule(here, target) {
  const from = moduleOf(here);
  const to = moduleOf(target);
  if (here.startsWith(PLATFORM)) return isInside(target, PLATFORM) ? undefined : { messageId: 'platform' };
  if (from && !isTest(here) && !isInside(target, PLATFORM) && !isInside(target, MODULES)) {
    return { messageId: 'composition' };
  }
  if (!to || from?.name === to.name) return undefined;
  const data = { from: from?.name ?? '', to: to.name };
  if (!DOORS.includes(to.inner)) return { messageId: 'door', data };
  // A test may arrange its world with any neighbour; only production code follows the arrows.
  if (!from || isTest(here)) return undefined;
  if (!graph[from.name]) return { messageId: 'unknown', data };
  return graph[from.name].includes(to.name) ? undefined : { messageId: 'arrow', data };
}

function isInside(path, folder) {
  return `${path}/`.startsWith(folder);
}

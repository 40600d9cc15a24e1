import { describe, expect, it } from 'vitest';
import { graph } from '../../apps/api/src/modules/graph.mjs';
import { proves } from './fixtures.mjs';

const API = 'apps/api/src';
const VAULT = `${API}/modules/vault/credential.service.ts`;
const GRAPH = ['house/module-graph'];

describe('modules of the API', () => {
  proves(it, expect, [
    ['may import a neighbour the graph points to', VAULT, `import { Orgs } from '../orgs';\nnew Orgs();`, []],
    ['may not import one it does not point to', VAULT, `import { Assets } from '../assets';\nnew Assets();`, GRAPH],
    ['may not do so in a type either', VAULT, `export type A = import('../assets').Assets;`, GRAPH],
    ['may not do so late', VAULT, `export const late = () => import('../assets/index');`, GRAPH],
    ['enter a neighbour by its door only', VAULT, `export { Org } from '../orgs/org.entity';`, GRAPH],
    ['are all named in the graph', `${API}/modules/sales/lead.service.ts`, `import '../orgs';`, GRAPH],
    ['do not know the composition around them', VAULT, `import '../../demo/demo.module';`, GRAPH],
    ['may use the platform', VAULT, `import '../../platform/errors';`, []],
    ['arrange a test with any neighbour, by its door', `${API}/modules/vault/x.spec.ts`, `import '../assets';`, []],
    ['enter by the door in a test too', `${API}/modules/vault/x.spec.ts`, `import '../assets/asset.entity';`, GRAPH],
  ]);
});

describe('the platform and the composition', () => {
  proves(it, expect, [
    ['the platform imports no module', `${API}/platform/http/x.ts`, `import '../../modules/orgs';`, GRAPH],
    ['the platform imports no composition', `${API}/platform/http/x.ts`, `import '../../app.module';`, GRAPH],
    ['the demo may import any module by its door', `${API}/demo/demo.ts`, `import '../modules/psa';`, []],
    ['the setup enters by the door as well', `${API}/setup/setup.ts`, `import '../modules/orgs/org.entity';`, GRAPH],
  ]);
});

describe('the door of a module', () => {
  const names = Array.from({ length: 11 }, (_, i) => `n${i}`).join(', ');
  proves(it, expect, [
    [
      'opens at most ten names',
      `${API}/modules/orgs/index.ts`,
      `export { ${names} } from './org';`,
      ['house/narrow-door'],
    ],
    ['spells each of them out', `${API}/modules/orgs/index.ts`, `export * from './org';`, ['house/narrow-door']],
  ]);
});

describe('the module graph', () => {
  it('names only modules that are in it', () => {
    const named = Object.values(graph).flat();
    expect(named.filter((name) => !graph[name])).toEqual([]);
  });

  it('has no circle', () => {
    const reaches = (from, to) => graph[from].some((next) => next === to || reaches(next, to));
    expect(Object.keys(graph).filter((name) => reaches(name, name))).toEqual([]);
  });

  it('lets nobody import the listeners', () => {
    // A backup is proved by the very check of the log that everybody else asks for by event.
    const imported = new Set(Object.entries(graph).flatMap(([name, used]) => (name === 'backup' ? [] : used)));
    expect(['audit', 'search', 'webhooks', 'notices'].filter((name) => imported.has(name))).toEqual([]);
  });
});

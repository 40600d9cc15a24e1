import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../workspace/paths.mjs';
import { billOfMaterials, nameOf } from './sbom.mjs';

const read = (name) => JSON.parse(readFileSync(inRoot(name), 'utf8'));
const { packages } = read('package-lock.json');
const { dependencies, devDependencies, version } = read('package.json');

describe('X10 the bill of materials of a release', () => {
  let bill;
  beforeAll(async () => {
    bill = await billOfMaterials(inRoot());
  });

  it('is CycloneDX and names the product', () => {
    expect([bill.bomFormat, bill.specVersion]).toEqual(['CycloneDX', expect.stringMatching(/^1\.\d$/)]);
    expect(bill.metadata.component).toMatchObject({
      name: 'client-st0r',
      version,
      purl: `pkg:npm/client-st0r@${version}`,
    });
  });

  it('names every package of production in its locked version, with address and hash', () => {
    const named = new Map(bill.components.map((one) => [`${nameOf(one)}@${one.version}`, one]));
    const locked = Object.entries(packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional);
    const nameIn = (path) => path.slice(path.lastIndexOf('node_modules/') + 13);
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([path, one]) => !named.has(`${nameIn(path)}@${one.version}`)).map(([path]) => path)).toEqual(
      [],
    );
    const bare = bill.components.filter(
      ({ purl, hashes }) => !purl?.startsWith('pkg:npm/') || hashes?.[0]?.alg !== 'SHA-512',
    );
    expect(bare.map(nameOf)).toEqual([]);
    for (const [name, wanted] of Object.entries(dependencies)) expect(named.has(`${name}@${wanted}`)).toBe(true);
  });

  it('names nothing that only builds and tests', () => {
    // swagger-ui-dist is both: a tool of ours, and what a package of production cannot do without.
    const tools = Object.keys(devDependencies).filter((name) => {
      const { dev, devOptional } = packages[`node_modules/${name}`];
      return dev || devOptional;
    });
    expect(tools).toContain('typescript');
    const named = bill.components.map((one) => `${nameOf(one)}@${one.version}`);
    expect(tools.filter((name) => named.includes(`${name}@${devDependencies[name]}`))).toEqual([]);
  });

  it('refers to nothing it does not name', () => {
    const refs = new Set([bill.metadata.component['bom-ref'], ...bill.components.map((one) => one['bom-ref'])]);
    const used = bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]);
    expect(used.filter((one) => !refs.has(one))).toEqual([]);
  });
});

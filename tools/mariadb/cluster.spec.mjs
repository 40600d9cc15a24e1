import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../workspace/paths.mjs';
import { CLUSTER_OPTIONS } from './cluster.mjs';

const sample = readFileSync(inRoot(join('deploy', 'mariadb', '70-st0r-cluster.cnf')), 'utf8');
const settings = new Map(
  sample
    .split('\n')
    .filter((line) => /^[\w-]+ = /.test(line))
    .map((line) => [line.split(' = ')[0], line.split(' = ').slice(1).join(' = ')]),
);

describe('the sample of a cluster', () => {
  it('sets what the cluster of the tests sets', () => {
    for (const [name, value] of Object.entries(CLUSTER_OPTIONS))
      expect([name, settings.get(name)]).toEqual([name, value]);
  });

  it('names three servers, this one among them', () => {
    const servers = settings.get('wsrep-cluster-address').replace('gcomm://', '').split(',');
    expect(servers).toHaveLength(3);
    expect(servers).toContain(settings.get('wsrep-node-address'));
    expect(settings.get('bind-address')).toBe(settings.get('wsrep-node-address'));
  });
});

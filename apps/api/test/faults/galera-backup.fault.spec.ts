import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aGaleraStack, differences, type GaleraStack } from './galera-stack';

let here: GaleraStack;

/** A key pair of age in a file; answers the public half. */
function aKey(file: string): string {
  execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' });
  return /age1\w+/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
}

describe('backups of a Galera cluster', () => {
  beforeAll(async () => {
    here = await aGaleraStack();
  }, 240_000);
  afterAll(() => here?.stack.stop());

  it('are made and proved with a node missing, and put back on all three', async () => {
    const { stack, cluster } = here;
    const [first, second, third] = cluster.nodes;
    const identity = join(stack.dataDir, 'data.key');
    const keys = { data: aKey(identity), keys: aKey(join(stack.dataDir, 'keys.key')) };
    for (const [half, key] of Object.entries(keys))
      await stack.operator('backup', 'recipients', 'add', half, key, '--name', 'Olga');
    await first.kill9();
    expect(await stack.operator('backup', 'create')).toContain('Verified');
    await first.start();
    await second.rows("INSERT INTO platform_setting (name, value) VALUES ('afterwards', '1')");
    await Promise.all([stack.api.stop(), stack.worker.stop()]);
    // What says that a process runs is silent for a while before a restore believes it.
    await third.rows('DELETE FROM node_status');
    expect(await stack.operator('backup', 'restore', '--identity', identity, '--yes')).toContain('is in place');
    for (const node of cluster.nodes) {
      expect(await node.rows("SELECT name FROM platform_setting WHERE name = 'afterwards'")).toEqual([]);
      expect(await node.rows('SHOW TRIGGERS')).toHaveLength(9);
    }
    expect(await differences(cluster)).toEqual([]);
    expect(await stack.operator('audit', 'verify')).toContain('complete and unchanged');
  });
});

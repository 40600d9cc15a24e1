import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { createSecrets } from '../../src/platform/keys';
import { checksums, untilSealed } from './damage';
import { ask, Visitor } from './visitor';

const BROWSER = { accept: 'text/html,application/xhtml+xml' };

const DAMAGES: readonly [how: string, damage: (path: string) => void][] = [
  ['of another installation', foreign],
  ['that is missing', (path) => rmSync(path)],
  ['that is cut off in the middle', (path) => writeFileSync(path, readFileSync(path, 'utf8').slice(0, 40))],
  ['that is empty', (path) => writeFileSync(path, '')],
];

describe('a root keyring', () => {
  let stack: Stack;
  let owner: Visitor;
  let credential: string;
  let keyring: string;
  let good: string;
  beforeAll(async () => {
    stack = await startStack();
    owner = await Visitor.owner(stack);
    const fields = { username: 'root', password: 'correct horse battery' };
    const body = { organisationId: owner.organisationId, name: 'Firewall', type: 'website', fields };
    credential = String((await owner.must('POST', '/credentials', body)).body.id);
    keyring = join(stack.dataDir, 'secrets', 'keyring.json');
    good = readFileSync(keyring, 'utf8');
    await untilSealed(stack);
    await Promise.all([stack.worker.stop(), stack.api.stop()]);
  }, 400_000);
  afterAll(() => stack?.stop());

  it.each(DAMAGES)(
    '%s seals the house: it says so, serves its pages, answers nothing else and writes nothing',
    async (_how, damage) => {
      const before = await checksums(stack);
      writeFileSync(keyring, good, { mode: 0o600 });
      damage(keyring);
      await stack.startApi();
      const ready = await ask(`${stack.url}/health/ready`);
      expect([ready.status, ready.body.status]).toEqual([503, 'sealed']);
      expect(String(ready.body.checks.keys)).toMatch(/keyring/);
      expect((await ask(`${stack.url}/health/live`)).status).toBe(200);

      const page = await ask(`${stack.url}/o/provider/assets`, { headers: BROWSER });
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('<div id="root"')]);
      const script = /src="([^"]+\.js)"/.exec(page.text)?.[1] ?? '';
      expect((await ask(`${stack.url}${script}`)).status).toBe(200);

      const answers = await Promise.all([
        owner.call('GET', '/me'),
        owner.call('POST', '/auth/login', { email: 'olga@provider.example', password: 'four quiet otters swim' }),
        owner.call('POST', '/auth/refresh'),
        owner.call('POST', `/credentials/${credential}/fields/password/reveal`),
        owner.addAsset('never'),
        owner.call('POST', '/api/graphql', { query: '{ assets(org: "provider") { nodes { id } } }' }),
      ]);
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [503, 'platform.sealed']),
      );
      await stack.api.stop();
      expect(await checksums(stack)).toEqual(before);
    },
    120_000,
  );

  it('put back opens the house again, with everybody signed in and every secret there', async () => {
    writeFileSync(keyring, good, { mode: 0o600 });
    await stack.startApi();
    expect((await ask(`${stack.url}/health/ready`)).body.status).toBe('ready');
    const revealed = await owner.must('POST', `/credentials/${credential}/fields/password/reveal`);
    expect(revealed.body.value).toBe('correct horse battery');
    expect((await owner.call('POST', '/auth/refresh')).status).toBe(204);
  }, 120_000);
});

function foreign(path: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'st0r-foreign-'));
  createSecrets(folder);
  copyFileSync(join(folder, 'keyring.json'), path);
  rmSync(folder, { recursive: true });
}

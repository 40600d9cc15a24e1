import { readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf } from '../../../../deploy/test/page.mjs';
import { startStack, type Stack } from '../../../../tools/journeys/stack.mjs';
import { freePort } from '../../../../tools/start/port.mjs';
import { readKit, type ReadKit } from '../kit-reader';
import { rowsOf, untilSealed } from './damage';
import { Desk } from './desk';
import { Visitor } from './visitor';

/** Pages for whoever runs the platform, followed word by word on a running product, with what a reader does between their commands. */
let stack: Stack;
let owner: Visitor;
let desk: Desk;
let credential: string;
let metrics: number;

beforeAll(async () => {
  metrics = await freePort();
  stack = await startStack({ METRICS_PORT: String(metrics) });
  desk = new Desk(stack);
  owner = await Visitor.owner(stack);
  const body = { organisationId: owner.organisationId, name: 'Firewall', type: 'website', fields: { password: 'p' } };
  credential = String((await owner.must('POST', '/credentials', body)).body.id);
  await untilSealed(stack);
}, 300_000);
afterAll(() => stack?.stop());

/** Types the commands of a page from the first that matches on, each as a reader of this installation would. */
async function follow(page: string, acts: readonly [RegExp, (() => Promise<string>)?][] = []): Promise<string[]> {
  const typed: string[] = [];
  for (const command of commandsOf(`how-to/${page}`)) {
    const here = command
      .replace('--organisation acme', '--organisation provider')
      .replace('127.0.0.1:9464', `127.0.0.1:${metrics}`)
      .replace('/tmp/', `${desk.folder}/`);
    const input = await acts.find(([pattern]) => pattern.test(command))?.[1]?.();
    await desk.type(here, input);
    typed.push(here);
  }
  return typed;
}

const PATIENCE = { timeout: 60_000, interval: 500 };
const reveal = () => owner.call('POST', `/credentials/${credential}/fields/password/reveal`, {});
const kit = (): ReadKit => readKit(readFileSync(desk.path('kit.pdf')));
const typedParts = (): string => `${kit().parts.slice(1, 4).join('\n')}\n`;
const secrets = (): string => stack.env['SECRETS_DIR'] ?? '';
const rootKeysInUse = () =>
  rowsOf<{ version: string }>(
    stack,
    "SELECT DISTINCT CONV(HEX(SUBSTRING(wrapped, 3, 4)), 16, 10) AS version FROM organisation_key WHERE state <> 'destroyed'",
  );

describe('the page about watching', () => {
  it('shows what the doctor, a bundle and the metrics say', async () => {
    const [, bundle = '', figures = ''] = await follow('watch-the-platform.md');
    expect(desk.failures).toEqual([]);
    expect(desk.said['st0r doctor']).toMatch(/^ok /m);
    expect(desk.said[bundle]).toMatch(/support\.zip is written, \d+ KiB/);
    expect(desk.said[figures]).toMatch(/^st0r_database_up(\{.*\})? 1$/m);
  });
});

describe('the page about replacing keys', () => {
  it('replaces a data key and the root key while people work', async () => {
    const [rotate = ''] = await follow('replace-a-key.md');
    expect(desk.failures).toEqual([]);
    expect(desk.said[rotate]).toContain('The vault key is 2 now.');
    expect(desk.said['st0r keys rotations']).toMatch(/vault 1 -> 2: (moving|resting)/);
    expect(await rootKeysInUse()).toEqual([{ version: '2' }]);
    const ring = JSON.parse(readFileSync(join(secrets(), 'keyring.json'), 'utf8')) as { keys: { key?: string }[] };
    expect(ring.keys.map(({ key }) => key !== undefined)).toEqual([false, true]);
    expect(await reveal()).toMatchObject({ status: 200, body: { value: 'p' } });
  });
});

describe('the page about recovering keys', () => {
  it('brings back what was lost, from the kit alone', async () => {
    const ring = readFileSync(join(secrets(), 'keyring.json'), 'utf8');
    const lost = readdirSync(secrets()).filter((name) => name === 'keyring.json' || name.endsWith('.key'));
    await follow('recover-the-keys.md', [
      [
        /^st0r keys rehearse/,
        async () => {
          writeFileSync(desk.path('kit.age'), kit().file);
          return typedParts();
        },
      ],
      [
        /^st0r keys recover/,
        async () => {
          await Promise.all([stack.api.stop(), stack.worker.stop()]);
          for (const name of lost) renameSync(join(secrets(), name), desk.path(`lost-${name}`));
          return typedParts();
        },
      ],
      [
        /^st0r doctor/,
        async () => {
          await stack.startApi();
          stack.startWorker();
          await expect.poll(async () => (await desk.try('st0r health worker')).failed, PATIENCE).toBe(false);
          return '';
        },
      ],
    ]);
    expect(desk.failures).toEqual([]);
    expect(desk.said['st0r keys rehearse --kit kit.age']).toMatch(/opens all \d+ data keys/);
    expect(readFileSync(join(secrets(), 'keyring.json'), 'utf8')).toBe(ring);
    expect(readdirSync(secrets())).toEqual(expect.arrayContaining(lost));
    expect(JSON.parse(desk.said['st0r vault verify'] ?? '')).toMatchObject({ ok: true, fields: 1 });
    expect(await reveal()).toMatchObject({ status: 200, body: { value: 'p' } });
  });
});

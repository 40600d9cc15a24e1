import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMachine, releaseKey, update, type Machine } from '../deploy/test/updater/machine.mjs';
import { aStep, smallBundle } from '../deploy/test/updater/small-release.mjs';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { startStack, type Stack } from '../tools/journeys/stack.mjs';
import { Window } from './page';
import { onSheet, signIn, type Somebody } from './sample';

const KEY_FILE = 'update-request.key';
const NOBODY = 'Nobody may open backups yet, so none can be made before the update.';

describe('an administrator brings the product up to date', () => {
  let stack: Stack;
  let machine: Machine;
  let browser: Browser;
  let window: Window;
  let owner: Somebody;
  let place: string;
  beforeAll(async () => {
    machine = await aMachine();
    place = mkdtempSync(join(tmpdir(), 'st0r-journey-'));
    const settings = { UPDATE_DIR: machine.places.home, RELEASE_KEYS: machine.places.keys };
    [stack, browser] = await Promise.all([startStack(settings), launchBrowser()]);
    copyFileSync(join(secretsOf(stack), KEY_FILE), join(machine.places.secrets, KEY_FILE));
    owner = onSheet(await stack.operator('demo', 'load'), 'owner', stack.env);
    window = await Window.open(browser, stack.url);
    await signIn(window.page, owner, stack.url);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    machine?.end();
    rmSync(place, { recursive: true, force: true });
  });

  /** Somebody brings a release, as with scp. */
  async function bring(name: string, version: string, key = releaseKey): Promise<void> {
    const schema = [aStep('Step1'), ...JSON.parse(await stack.operator('upgrade', 'steps')), aStep('Step1001')];
    const facts = { version, number: 1001, minimum: '0.1.0', key, schema };
    const { file } = await smallBundle(mkdtempSync(join(place, 'one-')), facts);
    copyFileSync(file, join(machine.places.inbox, name));
  }

  it('sees which release runs, what it brought, that there is no backup, and that nothing was brought', async () => {
    const { page } = window;
    await page.goto('/admin/updates');
    await page.getByText(/^\d+\.\d+\.\d+ \(number \d+\)$/).waitFor();
    await page.getByText('Never', { exact: true }).waitFor();
    await page.getByText(`puts a signed release into ${machine.places.inbox}`).waitFor();
    await page.getByText('The inbox is empty.').waitFor();
    await page.getByText('No update was asked for yet.').waitFor();
    await press(page, page.getByRole('button', { name: /^Show all \d+ changes$/ }));
    await page.getByText(/npm start sets up a private MariaDB/).waitFor();
    await page.reload();
    await page.getByText('The inbox is empty.').waitFor();
    await window.picture('updates-nothing');
    await looksWell(window);
  });

  it('is told that a bundle somebody else signed is not trusted, and cannot look closer', async () => {
    const { page } = window;
    await bring('stranger.st0r', '99.9.0', generateKeyPairSync('ed25519').privateKey);
    await page.reload();
    const row = page.getByRole('table', { name: 'Releases in the inbox' }).getByRole('row', { name: 'stranger.st0r' });
    await row.getByText('Not trusted', { exact: true }).waitFor();
    await row.getByText('The bundle is not signed by a key this installation trusts, or was changed.').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
  });

  it('looks at a release of ours, with the keyboard alone, and reads what stands in its way', async () => {
    const { page } = window;
    await bring('next.st0r', '99.1.0');
    await page.reload();
    await window.picture('updates-offered');
    await looksWell(window);
    await reach(page, page.getByRole('button', { name: 'Look at it: 99.1.0' }));
    await page.keyboard.press('Enter');
    const check = page.getByRole('dialog', { name: /^From .+ to 99\.1\.0$/ });
    await check.getByText('This release mends security: 1 of its changes does.').waitFor();
    const found = check.getByRole('table', { name: 'What was looked at' });
    expect(await found.getByRole('row').nth(1).innerText()).toMatch(new RegExp(`${NOBODY}\\s+Stops it`));
    await check.getByText('Step1001').waitFor();
    await check.getByText('Something is new.').waitFor();
    expect(await check.getByRole('button', { name: 'Update to 99.1.0' }).isDisabled()).toBe(true);
    await window.picture('updates-blocked');
    await looksWell(window);
    await page.keyboard.press('Escape');
    await check.waitFor({ state: 'detached' });
  });

  it('sees how old the last proved backup is once there is one, and that it no longer stands in the way', async () => {
    const { page } = window;
    for (const kind of ['data', 'keys']) {
      const recipient = await identityToRecipient(await generateX25519Identity());
      await stack.operator('backup', 'recipients', 'add', kind, recipient, '--name', 'Olga');
    }
    await stack.operator('backup', 'create');
    await later(stack, 'UPDATE backup_run SET made_at = made_at - INTERVAL 3 DAY');
    await page.reload();
    await page.getByText('3 days ago').waitFor();
    await reach(page, page.getByRole('button', { name: 'Look at it: 99.1.0' }));
    await page.keyboard.press('Enter');
    const old = page.getByRole('row', { name: /The newest proved backup is 7[12] hours old; another one is made/ });
    await old.getByText('Take note').waitFor();
  });

  it('asks for it with a fresh proof of who they are, and the request is signed for this very file', async () => {
    const { page } = window;
    await later(stack, "UPDATE session SET authenticated_at = authenticated_at - INTERVAL 1 HOUR, stepped_up = '{}'");
    await press(page, page.getByRole('button', { name: 'Update to 99.1.0' }));
    const sure = page.getByRole('dialog', { name: 'Update to release 99.1.0?' });
    await sure.getByText('everybody is cut off for a minute or two').waitFor();
    await looksWell(window);
    await press(page, sure.getByRole('button', { name: 'Update to 99.1.0' }));
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await proof.getByLabel('Code').waitFor();
    await page.keyboard.type(await owner.phone.fresh());
    await page.keyboard.press('Enter');
    await page.getByText('The request waits for the updater.').waitFor();
    // The updater, in the next step, believes it only when the signature is right.
    const { request } = JSON.parse(readFileSync(machine.places.request, 'utf8')) as { request: string };
    expect(JSON.parse(request)).toMatchObject({ file: 'next.st0r', version: '99.1.0' });
    await window.picture('updates-waiting');
    await looksWell(window);
  });

  it('follows it to its end: the updater believes the request and brings the release', async () => {
    const { page } = window;
    expect(await update(machine)).toMatchObject({ code: 0, output: 'Release 99.1.0 runs.\n' });
    const runs = page.getByRole('table', { name: 'Updates so far' });
    await runs.getByText('Done').waitFor();
    await runs.getByText('Release 99.1.0 runs.').waitFor();
    await page.getByText('The request waits for the updater.').waitFor({ state: 'detached' });
    await window.picture('updates-done');
    window.unblemished();
  });
});

const secretsOf = ({ env }: Stack): string => env['SECRETS_DIR'] ?? '';

/** Nothing for axe in either theme, on a desk and on a phone, where nothing is wider than the screen. */
async function looksWell(window: Window): Promise<void> {
  const { page } = window;
  await window.accessible();
  await page.setViewportSize({ width: 390, height: 844 });
  await window.accessible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Tabs to something as somebody without a mouse does. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 80; steps += 1) {
    if (await target.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not reach it.');
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

/** Time passes for what the database remembers. */
async function later({ database: { socket, rootPassword }, env }: Stack, sql: string): Promise<void> {
  const root = await createConnection({
    ...{ socketPath: socket, user: 'root', password: rootPassword },
    database: env['DATABASE_NAME'] ?? 'clientst0r',
  });
  await root.query(sql);
  await root.end();
}

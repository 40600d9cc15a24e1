import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

const SHAPE = /^mspk_[0-9A-Za-z]{10}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$/;

describe('a key for a program', () => {
  let browser: Browser;
  let window: Window;
  let first: string;
  let second: string;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, stack().url);
    await signIn(window.page, await somebody('owner'));
  });
  afterAll(() => browser?.close());

  it('is made for what it needs, and shown once', async () => {
    const { page } = window;
    await page.goto('/o/zenith-logistics/api-keys');
    await page.getByRole('link', { name: 'New API key' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Nightly inventory');
    await page.getByRole('checkbox', { name: 'See assets.' }).check();
    await window.accessible();
    await window.picture('api-key-new');
    await page.getByRole('button', { name: 'New API key' }).click();
    const dialog = page.getByRole('dialog', { name: 'The key is made' });
    first = await secretIn(dialog);
    await window.accessible();
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('heading', { name: 'Nightly inventory' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Nightly inventory' }).waitFor();
    expect(await page.content()).not.toContain(first);
    await window.accessible();
    window.unblemished();
  });

  it('reads what its scopes say, at this client only, and no more', async () => {
    const assets = await call(first, '/assets?limit=5');
    expect(assets.status).toBe(200);
    expect(((await assets.json()) as { data: unknown[] }).data).not.toHaveLength(0);
    expect(assets.headers.get('ratelimit-policy')).toBe('"key";q=600;w=60');
    expect((await call(first, '/credentials')).status).toBe(403);
    expect((await call(first, '/assets?org=northwind-bakery')).status).toBe(404);
  });

  it('gets a new secret while the old one goes on', async () => {
    const { page } = window;
    await act('New secret');
    const asking = page.getByRole('dialog', { name: 'New secret for Nightly inventory' });
    await asking.getByLabel('The old secret goes on working for').selectOption({ label: 'One hour' });
    await asking.getByRole('button', { name: 'New secret' }).click();
    const dialog = page.getByRole('dialog', { name: 'The new secret' });
    second = await secretIn(dialog);
    await dialog.getByRole('button', { name: 'I have kept it' }).click();
    expect(second).not.toBe(first);
    expect([(await call(first, '/me')).status, (await call(second, '/me')).status]).toEqual([200, 200]);
  });

  it('shows what it did', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Usage' }).first().click();
    await page.getByRole('button', { name: 'GET /credentials' }).waitFor();
    await window.accessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
    await window.picture('api-key-usage');
    window.unblemished();
  });

  it('is revoked, and dead with its next request', async () => {
    const { page } = window;
    await page.goto('/o/zenith-logistics/api-keys');
    await page.getByRole('link', { name: 'Nightly inventory' }).click();
    await page.getByRole('heading', { name: 'Nightly inventory' }).waitFor();
    await act('Revoke for good');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke for good' }).click();
    await page.getByText('Nightly inventory has ended').waitFor();
    for (const secret of [first, second]) {
      const answer = await call(secret, '/me');
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'api_key.revoked']);
    }
    window.unblemished();
  });

  async function act(item: string): Promise<void> {
    await window.page.getByRole('button', { name: 'Actions for Nightly inventory' }).click();
    await window.page
      .getByRole('menuitem', { name: item })
      .or(window.page.getByRole('button', { name: item }))
      .click();
  }
});

async function secretIn(dialog: ReturnType<Window['page']['getByRole']>): Promise<string> {
  const secret = ((await dialog.getByLabel('Key', { exact: true }).textContent()) ?? '').trim();
  expect(secret).toMatch(SHAPE);
  return secret;
}

/** As a program calls: no browser, no cookie. */
const call = (secret: string, path: string): Promise<Response> =>
  fetch(`${stack().url}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });

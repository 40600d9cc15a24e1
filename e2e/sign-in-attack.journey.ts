import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

/** What was seen counts for a second. */
const SEEN_MS = 1_100;

describe('signing in while the whole installation is attacked', () => {
  let browser: Browser;
  let window: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, stack().url);
    // Loaded before, so that nothing of the sample data waits for a puzzle.
    await somebody('owner');
    await failures(5_000);
    await sleep(SEEN_MS);
  });
  afterAll(async () => {
    await browser?.close();
    await statements('DELETE FROM sign_in_pressure', 'DELETE FROM sign_in_attack');
    await sleep(SEEN_MS);
  });

  it('takes a moment on a device nobody knows, says why, and needs nobody’s help', async () => {
    const { page } = window;
    const asked = signInsOf(page);
    await holdComputing(page);
    const done = somebody('owner').then((owner) => signIn(page, owner));
    await page.getByText('One moment').waitFor();
    await page.getByRole('progressbar', { name: 'Computing' }).waitFor({ state: 'attached' });
    await window.accessible();
    await page.evaluate(() => Reflect.set(globalThis, 'held', false));
    await done;
    expect(asked).toEqual([428, 200]);
    window.unblemished();
  });

  it('is as quick as ever on a device that is known', async () => {
    const { page } = window;
    await page.request.post('/api/v1/auth/logout', { headers: { 'x-msp': '1' }, data: {} });
    const asked = signInsOf(page);
    await signIn(page, await somebody('owner'));
    expect(asked).toEqual([200]);
    window.unblemished();
  });

  it('is seen by administrators while it goes on, and afterwards', async () => {
    const { page } = window;
    await page.goto('/admin/security');
    const panel = page.getByRole('region', { name: 'Attacks on signing in' });
    await panel.getByText('Signing in is under attack').waitFor();
    await panel.getByRole('row', { name: /Goes on/ }).waitFor();
    await window.accessible();
    await statements(
      'DELETE FROM sign_in_pressure',
      'UPDATE sign_in_attack SET last_over_at = last_over_at - INTERVAL 1 HOUR',
    );
    await sleep(SEEN_MS);
    await page.reload();
    await panel.getByText(/More than 100 are an attack/).waitFor();
    await panel.getByRole('row').nth(1).waitFor();
    expect(await panel.getByText('Goes on').count()).toBe(0);
    await window.accessible();
    window.unblemished();
  });
});

/** Answers to sign-ins from now on. */
function signInsOf(page: Page): number[] {
  const statuses: number[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/api/v1/auth/login')) statuses.push(response.status());
  });
  return statuses;
}

/** Lets the browser compute nothing until it is told to, so that there is time to look. */
const holdComputing = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const compute = crypto.subtle.digest.bind(crypto.subtle);
    Reflect.set(globalThis, 'held', true);
    crypto.subtle.digest = async (name, text) => {
      const copy = new Uint8Array((text as Uint8Array<ArrayBuffer>).slice());
      while (Reflect.get(globalThis, 'held')) await new Promise((resolve) => setTimeout(resolve, 20));
      return compute(name, copy);
    };
  });

/** So many failures in this minute and the next one. */
const failures = (count: number): Promise<void> =>
  statements(
    ...[0, 1].map(
      (ahead) =>
        `INSERT INTO sign_in_pressure VALUES (UNIX_TIMESTAMP() DIV 60 + ${ahead}, ${count}, 0, 0, 0)
         ON DUPLICATE KEY UPDATE failures = failures + ${count}`,
    ),
  );

async function statements(...texts: string[]): Promise<void> {
  const { env } = stack();
  const connection = await createConnection({
    socketPath: env['DATABASE_SOCKET'],
    user: env['DATABASE_USER'],
    password: readFileSync(String(env['DATABASE_PASSWORD_FILE']), 'utf8').trim(),
    database: env['DATABASE_NAME'],
  });
  for (const text of texts) await connection.query(text);
  await connection.end();
}

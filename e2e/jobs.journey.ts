import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';

const ROWS = Array.from({ length: 300 }, (_, n) => `Thin client ${n},TC-${n}`);

describe('work in the background', () => {
  let browser: Browser;
  let window: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, inject('stack').url);
    await signIn(window.page, await somebody('owner'));
  });
  afterAll(() => browser?.close());

  it('an import is tried and carried out by jobs, and the drawer tells of it', async () => {
    const { page } = window;
    await page.goto('/o/zenith-logistics/assets/import');
    const content = Buffer.from(['Name,Serial', ...ROWS].join('\n'));
    await page.setInputFiles('input[type=file]', { name: 'thin-clients.csv', mimeType: 'text/csv', buffer: content });
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('button', { name: 'Import 300 rows' }).click();
    await page.getByRole('link', { name: 'Show the assets' }).waitFor();
    await page.getByRole('button', { name: /^Jobs/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Jobs' });
    await drawer.getByRole('article', { name: 'Import assets: thin-clients.csv' }).first().getByText('Done').waitFor();
    await window.accessible();
    await drawer.getByRole('link', { name: 'Details' }).first().click();
    await page.getByRole('heading', { name: /Import assets: thin-clients.csv/ }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('an administrator runs a schedule now and sees how it went', async () => {
    const { page } = window;
    await page.goto('/admin/scheduler');
    const line = page.getByRole('row', { name: /Forget finished jobs/ });
    await window.accessible();
    await line.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: /Forget finished jobs/ }).waitFor();
    await page.getByText('Done').first().waitFor();
    await page.goto('/admin/jobs');
    await page.getByRole('link', { name: 'Forget finished jobs' }).first().waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('sets a mail server that is not there, and reads in plain words what is wrong', async () => {
    const { page } = window;
    await page.goto('/admin/mail');
    await page.getByLabel('Host').fill('127.0.0.1');
    await page.getByLabel('Port').fill('1');
    await page.getByLabel('Sender address').fill('msp@example.test');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/Nothing listens at this host and port/).waitFor();
    await window.accessible();
    await page.getByRole('button', { name: 'Forget this server' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget this server' }).click();
    await page.getByText(/No mail server is set/).waitFor();
    window.unblemished();
  });
});

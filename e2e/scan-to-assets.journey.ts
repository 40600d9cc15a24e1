import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';

const SCAN = 'apps/api/src/demo/scans/bakery-week-1.nmap.xml';

describe('scan to assets', () => {
  let browser: Browser;
  let window: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, inject('stack').url);
    await signIn(window.page, await somebody('senior_tech'));
  });
  afterAll(() => browser?.close());

  it('shows what a real scan found before anything is written', async () => {
    const { page } = window;
    await page.goto('/o/harbour-dental/discovery');
    await page.locator('input[type=file]').first().setInputFiles(SCAN);
    await page.getByRole('link', { name: /^New/ }).waitFor();
    await page.getByText('gw.bakery.internal').first().waitFor();
    await window.accessible();
    await window.picture('discovery');
  });

  it('makes assets of what is accepted', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Accept \d+/ })
      .click();
    await page.getByRole('link', { name: 'Show the assets' }).click();
    await page.getByText('gw.bakery.internal').first().waitFor();
    await window.accessible();
    await window.picture('assets');
  });

  it('changes nothing when the same file comes again', async () => {
    const { page } = window;
    await page.goto('/o/harbour-dental/discovery');
    await page.locator('input[type=file]').first().setInputFiles(SCAN);
    await page.getByText('This file was uploaded before').waitFor();
    expect(await page.getByRole('button', { name: 'Accept all' }).isEnabled()).toBe(false);
    window.unblemished();
  });

  it('marks what a later scan misses, and deletes nothing', async () => {
    const { page } = window;
    await page.goto('/o/northwind-bakery/discovery');
    await page
      .getByRole('link', { name: /bakery-week-2/ })
      .first()
      .click();
    await page.getByRole('link', { name: /^Vanished/ }).click();
    await page.getByText('cam-yard').first().waitFor();
    await window.accessible();
    window.unblemished();
  });
});

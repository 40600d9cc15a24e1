import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { operator, signIn, somebody } from './sample';

describe('auditor verifies', () => {
  let browser: Browser;
  let window: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, inject('stack').url);
    await signIn(window.page, await somebody('auditor'));
  });
  afterAll(() => browser?.close());

  it('sees that a secret exists and never the secret', async () => {
    const { page } = window;
    await page.goto('/o/zenith-logistics/vault');
    await page.getByRole('link', { name: 'FortiGate admin' }).first().click();
    await page.getByRole('heading', { name: 'FortiGate admin' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Reveal|Copy) password/i }).count()).toBe(0);
    window.unblemished();
  });

  it('reads every step and verifies the chain', async () => {
    const { page } = window;
    await page.goto('/o/zenith-logistics/audit?action=credential.created');
    await page.locator('td code', { hasText: 'credential.created' }).first().waitFor();
    await page.goto('/o/zenith-logistics/audit');
    await page.locator('td code').first().waitFor();
    await window.accessible();
    await window.picture('audit');
    await page.getByRole('button', { name: 'Verify chain' }).click();
    await page
      .getByText(/intact/)
      .first()
      .waitFor();
    window.unblemished();
    expect(await operator('audit', 'verify')).toContain('complete and unchanged');
  });
});

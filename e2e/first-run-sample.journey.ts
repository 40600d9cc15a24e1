import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { startStack, type Stack } from '../tools/journeys/stack.mjs';
import { enrol } from './enrolling';
import { Window } from './page';

describe('a first run with sample data', () => {
  let stack: Stack;
  let browser: Browser;
  let owner: Window;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchBrowser()]);
    owner = await Window.open(browser, stack.url);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('asks for no client where the sample data is chosen', async () => {
    const { page } = owner;
    const link = new URL(await stack.operator('setup-link'));
    await page.goto(`${stack.url}/setup${link.hash}`);
    await page.getByLabel('Your name').fill('Olga Owner');
    await page.getByLabel('E-mail').fill('olga@provider.example');
    await page.getByLabel('Choose a password').fill('four quiet otters swim');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel(/^Sample data/).check();
    expect(await page.getByLabel('Name of your first client').count()).toBe(0);
    await owner.accessible();
    await owner.picture('first-run-choice');
    await page.getByRole('button', { name: 'Set up ClientSt0r' }).click();
    owner.unblemished();
  });

  it('says what is being made, makes it, and goes on to the recovery kit', async () => {
    const { page } = owner;
    let make = (): void => undefined;
    const looked = new Promise<void>((resolve) => (make = resolve));
    // Held until somebody has looked at the page that waits for it.
    await page.route('**/api/v1/sample-data', async (route) => {
      await looked;
      await route.continue();
    });
    await enrol(page);
    await page.getByRole('heading', { name: 'Making the sample clients' }).waitFor();
    await owner.accessible();
    await owner.picture('first-run-sample');
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/sample-data'), { timeout: 60_000 }),
      make(),
    ]);
    expect(answer.status()).toBe(204);
    await page.getByRole('heading', { name: 'Recovery kit' }).waitFor();
    owner.unblemished();
  });

  it('leaves three clients to open', async () => {
    const { page } = owner;
    await page.getByRole('button', { name: 'Later' }).click();
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`${stack.url}/clients`);
    await page
      .getByRole('link', { name: /Northwind Bakery/ })
      .first()
      .click();
    await page.waitForURL(/\/o\/[\w-]+$/);
    await page.getByRole('link', { name: 'Assets' }).first().click();
    await page.getByRole('row').nth(1).waitFor();
    await owner.accessible();
    owner.unblemished();
  });
});

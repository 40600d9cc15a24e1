import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { startStack, type Stack } from '../tools/journeys/stack.mjs';
import { enrol } from './enrolling';
import { Window } from './page';

const PASSWORD = 'four quiet otters swim';

describe('set up, invite, sign in with TOTP', () => {
  let stack: Stack;
  let browser: Browser;
  let owner: Window;
  let invitation: string;
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({}, { anew: true }), launchBrowser()]);
    owner = await Window.open(browser, stack.url);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('turns the one-time link into an owner with a second factor', async () => {
    const { page } = owner;
    const link = new URL(await stack.operator('setup-link'));
    await page.goto(`${stack.url}/setup${link.hash}`);
    await page.getByLabel('Your name').fill('Olga Owner');
    await page.getByLabel('E-mail').fill('olga@provider.example');
    await page.getByLabel('Choose a password').fill(PASSWORD);
    await owner.accessible();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Name of your first client').fill('Provider');
    await page.getByRole('button', { name: 'Set up ClientSt0r' }).click();
    await enrol(owner.page);
    await page.getByRole('heading', { name: 'Recovery kit' }).waitFor();
    owner.unblemished();
    expect(await stack.operator('setup-link')).toBe('');
  });

  it('prints the kit that brings the keys back, before anything else', async () => {
    const { page } = owner;
    await owner.accessible();
    const [document] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Print recovery kit' }).click(),
    ]);
    expect(document.suggestedFilename()).toMatch(/^clientst0r-recovery-kit-[0-9a-f]{4}\.pdf$/);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('navigation').first().waitFor();
    await owner.accessible();
    owner.unblemished();
  });

  it('invites a technician with a link that is shown once', async () => {
    const { page } = owner;
    await page.goto(`${stack.url}/o/provider/members`);
    await page.getByRole('button', { name: 'Invite' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill('tina@provider.example');
    await dialog.getByLabel('Name').fill('Tina Technician');
    await dialog.getByLabel('Role').selectOption({ label: 'Technician' });
    await dialog.getByRole('button', { name: 'Invite' }).click();
    const shown = await page.getByText(/\/invite\//).textContent();
    invitation = /\/invite\/[\w-]+/.exec(shown ?? '')?.[0] ?? '';
    expect(invitation).not.toBe('');
    await owner.accessible();
    owner.unblemished();
  });

  it('lets the technician in with a code, and only to what the role gives', async () => {
    const tina = await Window.open(browser, stack.url);
    const { page } = tina;
    await page.goto(`${stack.url}${invitation}`);
    await page.getByLabel('Choose a password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('E-mail').fill('tina@provider.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const phone = await enrol(tina.page);
    await page.getByRole('navigation').first().waitFor();
    await page.getByRole('button', { name: /Tina/ }).click();
    await page.getByText('Sign out', { exact: true }).click();

    await page.getByLabel('E-mail').fill('tina@provider.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await tina.accessible();
    await page.getByLabel('Code').fill(await phone.fresh());
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('navigation').first().waitFor();
    await page.goto(`${stack.url}/admin/people`);
    await page
      .getByText(/administrator/i)
      .first()
      .waitFor();
    tina.unblemished();
    await tina.close();
  });
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { enrol } from './enrolling';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

const PASSWORD = 'four quiet otters swim';
const EMAIL = 'leo.leaver@provider.example';

describe('off-board somebody', () => {
  let browser: Browser;
  let admin: Window;
  let leo: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    const { url } = stack();
    [admin, leo] = [await Window.open(browser, url), await Window.open(browser, url)];
    await signIn(admin.page, await somebody('owner'));
  });
  afterAll(() => browser?.close());

  it('a technician comes, and sees a secret', async () => {
    await leo.page.goto(await invitation(admin));
    await leo.page.getByLabel('Choose a password').fill(PASSWORD);
    await leo.page.getByRole('button', { name: 'Continue' }).click();
    await leo.page.getByLabel('E-mail').fill(EMAIL);
    await leo.page.getByLabel('Password').fill(PASSWORD);
    await leo.page.getByRole('button', { name: 'Sign in' }).click();
    await enrol(leo.page);
    await leo.page.getByRole('navigation').first().waitFor();
    const { page } = leo;
    await page.goto('/o/northwind-bakery/vault');
    await page.getByRole('link', { name: 'FW admin' }).first().click();
    await page
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Hide/ }).first().waitFor();
    leo.unblemished();
  });

  it('the administrator sees what would end, and which secrets are to be changed', async () => {
    const { page } = admin;
    await page.goto('/admin/people');
    await page.getByRole('button', { name: 'Manage Leo Leaver' }).click();
    await page.getByText('Off-board', { exact: true }).click();
    await page.getByRole('heading', { name: 'Off-boarding: Leo Leaver' }).waitFor();
    await page.getByRole('cell', { name: 'FW admin' }).waitFor();
    await admin.accessible();
    await admin.picture('off-boarding');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Rotation list (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('rotation-list.csv');
    admin.unblemished();
  });

  it('one act ends it all, and the technician is out with the next click', async () => {
    const { page } = admin;
    await page.getByRole('button', { name: 'Off-board', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Leo Leaver');
    await admin.accessible();
    await dialog.getByRole('button', { name: 'Off-board' }).click();
    await page.getByText('have ended').waitFor();
    await page.getByRole('cell', { name: 'FW admin' }).waitFor();
    await admin.accessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await admin.picture('off-boarding-phone');
    // What opens or closes with the width of the page settles a moment after it.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    admin.unblemished();
    await leo.page.goto('/o/northwind-bakery/vault');
    await leo.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

/** Invites Leo as technician; answers the link the administrator hands over. */
async function invitation({ page }: Window): Promise<string> {
  await page.goto('/o/northwind-bakery/members');
  await page.getByRole('button', { name: 'Invite' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(EMAIL);
  await dialog.getByLabel('Name').fill('Leo Leaver');
  await dialog.getByLabel('Role').selectOption({ label: 'Technician' });
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const shown = await page.getByText(/\/invite\//).textContent();
  return /\/invite\/[\w-]+/.exec(shown ?? '')?.[0] ?? '';
}

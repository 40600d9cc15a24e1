import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';
import { Window } from './page';

const MEMBERS = '/o/northwind-bakery/members';

describe('an invitation that is still open', () => {
  const desk = deskOf('owner');
  let first = '';
  let second = '';

  it('stands in the list of open invitations, with who sent it', async () => {
    const { page } = desk.window;
    await page.goto(MEMBERS);
    await page.getByRole('button', { name: 'Invite' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail').fill('ivy.invited@provider.example');
    await dialog.getByLabel('Name').fill('Ivy Invited');
    await dialog.getByRole('button', { name: 'Invite' }).click();
    first = await shownLink(page);
    // The first dialog fades out while the second one is there already.
    await page.getByRole('dialog', { name: 'Invite a person' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Invitation' }).waitFor({ state: 'detached' });
    await page.getByText('Open invitations', { exact: true }).click();
    await page.getByRole('button', { name: 'Send again Ivy Invited' }).waitFor();
    await page.getByRole('cell', { name: 'Olivia Owner' }).waitFor();
    await desk.window.accessible();
    await desk.window.picture('open-invitations');
    desk.window.unblemished();
  });

  it('is sent again with a new link, and the old one is dead', async () => {
    const { page } = desk.window;
    await page.getByRole('button', { name: 'Send again Ivy Invited' }).click();
    second = await shownLink(page);
    expect(second).not.toBe(first);
    const { window, browser } = desk;
    window.unblemished();
    const guest = await Window.open(browser, new URL(page.url()).origin);
    await guest.page.goto(second);
    await guest.page.getByLabel('Choose a password').waitFor();
    await guest.page.goto(first);
    await guest.page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await guest.close();
  });

  it('is withdrawn, and leaves the list', async () => {
    const { page } = desk.window;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Withdraw Ivy Invited' }).click();
    await desk.window.accessible();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('button', { name: 'Send again Ivy Invited' }).waitFor({ state: 'detached' });
    await page.setViewportSize({ width: 390, height: 844 });
    // What opens or closes with the width of the page settles a moment after it.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    desk.window.unblemished();
  });
});

/** The link the page shows once. */
async function shownLink(page: Page): Promise<string> {
  const shown = await page.getByText(/\/invite\//).textContent();
  return /\/invite\/[\w-]+/.exec(shown ?? '')?.[0] ?? '';
}

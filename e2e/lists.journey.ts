import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

/** Machines may be slow; a second is not always enough for a click. */
const patience = { timeout: 20_000 };

describe('a list worked in with the keyboard', () => {
  const desk = deskOf('technician');

  it('changes a cell where it stands, meets a newer version without losing a letter, and takes it back', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/sites');
    await page.locator('[data-row="0"]').waitFor();
    const phone = page.locator('[data-row="0"] [data-cell="phone"]');
    const before = await phone.innerText();
    await toFirstRow(page, 'j');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('e');
    await phone.getByRole('textbox').waitFor();
    await page.keyboard.type('+49 30 555 0100');
    await window.accessible();
    await window.picture('list-edit');
    await changedElsewhere(page);
    await page.keyboard.press('Enter');
    await page.getByText('Somebody changed this record after you opened it.').waitFor();
    await window.accessible();
    await window.picture('list-edit-stale');
    expect(await phone.getByRole('textbox').inputValue()).toBe('+49 30 555 0100');
    await page.keyboard.press('Enter');
    await expect.poll(() => phone.innerText(), patience).toBe('+49 30 555 0100');
    await page.keyboard.press('Control+z');
    await expect.poll(() => phone.innerText(), patience).toBe(before);
    window.unblemished();
  });

  it('puts rows into groups, folds one with the keyboard, and keeps that as a view', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/assets');
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    await page.locator('.dropdown-menu.show').getByRole('button', { name: 'Type', exact: true }).click();
    const head = page.getByRole('button', { name: /^Type Server \d+ row/ });
    await head.waitFor();
    await window.accessible();
    await window.picture('list-groups');
    const rows = page.locator('[data-row]');
    const before = await rows.count();
    await head.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count(), patience).toBeLessThan(before);
    expect(await head.getAttribute('aria-expanded')).toBe('false');
    expect(new URL(page.url()).searchParams.get('folded')).toBe('server');
    await window.accessible();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('By kind');
    await page.getByRole('dialog').getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/o/northwind-bakery/assets');
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'By kind', exact: true }).click();
    await head.waitFor();
    window.unblemished();
  });

  it('prints the list in view with whose it is, its filter and who printed it, in light colours', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/assets?group=type&folded=server&status=active');
    await page.evaluate(() => document.documentElement.setAttribute('data-bs-theme', 'dark'));
    // The dialog of the browser belongs to nobody here.
    await page.evaluate(() => Object.assign(window, { print: () => undefined }));
    await page.getByRole('button', { name: 'Print the list' }).click();
    const sheet = page.locator('.st-print-sheet');
    await sheet.waitFor({ state: 'attached' });
    expect(await sheet.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const text = await sheet.innerText();
    for (const said of ['Northwind Bakery', 'status:active', 'Printed', 'Type: Server (', 'dc01.bakery.internal'])
      expect(text).toContain(said);
    expect(await page.locator('.st-rail, .st-main').filter({ visible: true }).count()).toBe(0);
    await window.picture('list-print');
    expect((await page.pdf({ format: 'A4', landscape: true })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
    window.unblemished();
  });

  it('prints a record without what only works on a screen, and never a secret', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/vault');
    await page.getByRole('link', { name: 'FW admin' }).first().click();
    await page
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .click();
    const hide = page.getByRole('button', { name: /^Hide/ }).first();
    await hide.waitFor();
    const secret = page.locator('.st-secret:not(.st-secret-hidden)').first();
    await secret.waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText(/^Northwind Bakery · Printed .* by /).waitFor();
    await page.getByRole('heading', { level: 1, name: 'FW admin' }).waitFor();
    expect(await page.locator('.st-secret, .st-rail, .st-top').filter({ visible: true }).count()).toBe(0);
    await window.picture('record-print');
    await page.emulateMedia({ media: 'screen' });
    await hide.click();
    window.unblemished();
  });

  it('has the keys a person chose, in the next browser too', async () => {
    const { window, browser } = desk;
    const { page } = window;
    await page.goto('/help/shortcuts');
    const change = page.getByRole('button', { name: 'Change the key of Next row' });
    await change.click();
    await page.keyboard.press('x');
    await page.getByRole('alert').getByText('This key is taken: Select the row.').waitFor();
    await page.keyboard.press('Control+b');
    await page.getByRole('alert').getByText('belongs to the browser').waitFor();
    await window.accessible();
    await window.picture('keys');
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Reset the key of Next row' }).waitFor();
    await page.waitForLoadState('networkidle');
    const other = await browser.newContext({ storageState: { cookies: await window.context.cookies(), origins: [] } });
    const second = await other.newPage();
    await second.goto(new URL('/o/northwind-bakery/sites', page.url()).href);
    await second.locator('[data-row="0"]').waitFor();
    await toFirstRow(second, 'n');
    await second.keyboard.press('?');
    const row = second.getByRole('dialog').locator('dl > div').filter({ hasText: 'Next row' });
    await row.getByText('N', { exact: true }).waitFor();
    await other.close();
    await page.getByRole('button', { name: 'Reset all keys' }).click();
    await page.getByRole('button', { name: 'Reset all keys' }).waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    window.unblemished();
  });
});

/** Presses the key of the next row; once more where the rows were there before the page listened to keys. */
async function toFirstRow(page: Page, key: string): Promise<void> {
  const there = page.locator('[data-row="0"][data-cursor]');
  await page.keyboard.press(key);
  await there.waitFor({ timeout: 3_000 }).catch(() => page.keyboard.press(key));
  await there.waitFor();
}

/** A colleague changes the first site of the list meanwhile. */
async function changedElsewhere(page: Page): Promise<void> {
  const address = await page.locator('[data-row="0"] a').first().getAttribute('href');
  const id = address?.split('/').at(-1) ?? '';
  const status = await page.evaluate(async (path) => {
    const headers = { 'content-type': 'application/json', 'X-MSP': '1' };
    const answer = await fetch(path, { method: 'PATCH', headers, body: JSON.stringify({ notes: 'Ring twice.' }) });
    return answer.status;
  }, `/api/v1/sites/${id}`);
  expect(status).toBe(200);
}

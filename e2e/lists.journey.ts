import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

describe('a list worked in with the keyboard', () => {
  const desk = deskOf('technician');

  it('changes a cell where it stands, meets a newer version without losing a letter, and takes it back', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/sites');
    await page.locator('[data-row="0"]').waitFor();
    const phone = page.locator('[data-row="0"] [data-cell="phone"]');
    const before = await phone.innerText();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('e');
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
    await expect.poll(() => phone.innerText()).toBe('+49 30 555 0100');
    await page.keyboard.press('Control+z');
    await expect.poll(() => phone.innerText()).toBe(before);
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
    await expect.poll(() => rows.count()).toBeLessThan(before);
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
});

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

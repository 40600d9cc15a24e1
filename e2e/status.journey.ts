import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

describe('an administrator looks how the installation is', () => {
  const desk = deskOf('owner');

  it('finds the page in the menu, and on it what was checked and which processes run', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/keys');
    await page.getByRole('link', { name: 'Status', exact: true }).click();
    const checked = page.getByRole('table', { name: 'What was checked' });
    await checked.getByRole('row', { name: /^Database MariaDB \d.* Well$/ }).waitFor();
    const processes = page.getByRole('table', { name: 'Processes' });
    for (const process of [/ api \d+$/, / worker \d+$/])
      await processes.getByRole('rowheader', { name: process }).first().waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^(?:It works|Something is wrong|Nothing is wrong)/ })
      .waitFor();
  });

  it('looks again without leaving the page', async () => {
    const { window } = desk;
    const { page } = window;
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/api/v1/status')),
      page.getByRole('button', { name: 'Look again' }).click(),
    ]);
    expect(answer.status()).toBe(200);
  });

  it('reads it in both themes and on a phone', async () => {
    const { window } = desk;
    const { page } = window;
    await window.accessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await window.accessible();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 30_000 }).toBe(390);
    window.unblemished();
  });
});

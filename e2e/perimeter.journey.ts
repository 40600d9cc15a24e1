import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countryFile } from '../tools/mmdb/country-file.mjs';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

describe('the perimeter', () => {
  let browser: Browser;
  let window: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, stack().url);
    await signIn(window.page, await somebody('owner'));
    await window.page.goto('/admin/security');
  });
  afterAll(() => browser?.close());

  it('an administrator keeps a block of addresses out, and sees what holds for one of them', async () => {
    const { page } = window;
    await page.getByRole('row', { name: /203\.0\.113\.0\/24/ }).waitFor();
    await window.accessible();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const dialog = page.getByRole('dialog', { name: 'New address rule' });
    await dialog.getByLabel('Block').fill('198.51.100.0/99');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog
      .getByText(/is no address and no block/)
      .first()
      .waitFor();
    await dialog.getByLabel('Block').fill('198.51.100.0/24');
    await dialog.getByLabel('Note').fill('A scanner.');
    await window.accessible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /198\.51\.100\.0\/24/ }).waitFor();
    await page.getByLabel('Address', { exact: true }).fill('198.51.100.7');
    await page.getByRole('button', { name: 'Find out' }).click();
    await page.getByRole('row', { name: /Signing in.*Kept out.*198\.51\.100\.0\/24/ }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('puts a country database in place, and keeps a country out', async () => {
    const { page } = window;
    const file = { name: 'country.mmdb', mimeType: 'application/octet-stream' };
    await page.setInputFiles('input[type=file]', {
      ...file,
      buffer: countryFile({ '216.160.83.0/24': { country: 'US' } }),
    });
    await page.getByText('Test-Country').waitFor();
    await page.getByLabel('Who may sign in').selectOption('block');
    await page.getByLabel('Find a country').fill('united states');
    await page.getByLabel('United States is among these countries').check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Country rules saved').waitFor();
    await page.getByLabel('Address', { exact: true }).fill('216.160.83.56');
    await page.getByRole('button', { name: 'Find out' }).click();
    await page.getByRole('row', { name: /Signing in.*Kept out.*by its country/ }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('sees that nobody is banned', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Bans' }).click();
    await page.getByText('No bans').waitFor();
    await window.accessible();
    await page.goto('/admin/security');
    window.unblemished();
  });

  it('sets how often something may be done, within bounds', async () => {
    const { page } = window;
    await page.getByRole('link', { name: 'Limits' }).click();
    const row = page.getByRole('row', { name: /Secrets one person reveals/ });
    await row.getByText('30 in an hour').waitFor();
    await window.accessible();
    await row.getByRole('button', { name: /Change/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Limit vault.secrets' });
    await dialog.getByLabel('Budget').fill('4');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Choose a whole number from 5 to 500.').first().waitFor();
    await dialog.getByLabel('Budget').fill('60');
    await window.accessible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('60 in an hour').waitFor();
    await row.getByRole('button', { name: /Change/ }).click();
    await dialog.getByRole('button', { name: 'As it began' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('60 in an hour').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Who has to wait' }).click();
    await page.getByRole('heading', { name: 'Security', level: 1 }).waitFor();
    window.unblemished();
  });

  it('sees what came against it, as a chart and in numbers', async () => {
    const { page } = window;
    const attempt = await fetch(`${stack().url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'nobody@planet-express.example', password: 'not the password of anybody' }),
    });
    expect(attempt.status).toBe(401);
    // The worker counts sealed events every few seconds.
    const failed = () =>
      page.evaluate(async () => {
        const { bars } = await fetch('/api/v1/security-chart?bucket=hour').then((answer) => answer.json());
        return bars.some(({ counts }: { counts: Record<string, number> }) => (counts['failed'] ?? 0) > 0);
      });
    await expect.poll(failed, { timeout: 60_000, interval: 1_000 }).toBe(true);
    await page.reload();
    const chart = page.getByRole('region', { name: 'What came against it' });
    await chart.getByRole('button', { name: '24 hours' }).click();
    await chart.getByRole('img', { name: /events? from/ }).waitFor();
    await chart.getByRole('button', { name: /Failed sign-ins/ }).click();
    await chart.getByText('The chart in numbers').click();
    await chart.getByRole('columnheader', { name: 'Failed sign-ins' }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('takes both back, on a telephone', async () => {
    const { page } = window;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByLabel('Who may sign in').selectOption('off');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Country rules saved').first().waitFor();
    await page.getByRole('button', { name: 'Remove 198.51.100.0/24' }).click();
    await page.getByRole('row', { name: /198\.51\.100\.0\/24/ }).waitFor({ state: 'detached' });
    await window.accessible();
    window.unblemished();
  });
});

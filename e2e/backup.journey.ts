import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

const NOBODY = 'Nobody may open backups yet';

async function addRecipient(page: Page, name: string, half: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a recipient' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Whose key it is').fill(name);
  await dialog.getByLabel('Opens').selectOption({ label: half });
  await dialog.getByLabel('Public key').fill(await identityToRecipient(await generateX25519Identity()));
  await dialog.getByRole('button', { name: 'Add a recipient' }).click();
  await page.getByRole('table', { name: 'Who may open backups' }).getByText(name, { exact: true }).waitFor();
}

describe('an administrator sees to it that there are backups', () => {
  const desk = deskOf('owner');

  it('is told that nobody could open one, and says who may: one for the data, another for the keys', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/backups');
    await page.getByText(NOBODY).waitFor();
    expect(await page.getByRole('button', { name: 'Back up now' }).isDisabled()).toBe(true);
    await window.accessible();
    await addRecipient(page, 'Olga', 'The data');
    await addRecipient(page, 'Kim', 'The keys');
    await page.getByText(NOBODY).waitFor({ state: 'detached' });
  });

  it('makes one, which the worker proves, and looks at it on a phone', async () => {
    const { window } = desk;
    const { page } = window;
    await page.getByText('No backup was ever verified').waitFor();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByText('The backup is being made').waitFor();
    const runs = page.getByRole('table', { name: 'The last backups' });
    await runs.getByText('Verified', { exact: true }).waitFor({ timeout: 180_000 });
    await runs.getByText(/Put back and verified in \d+ s/).waitFor();
    await page.getByText('No backup was ever verified').waitFor({ state: 'detached' });
    const targets = page.getByRole('table', { name: 'Where they lie' });
    await targets.getByText('Reached', { exact: true }).first().waitFor();
    expect(await targets.getByText('Reached', { exact: true }).count()).toBe(2);
    await targets.getByText('All of 35 days').waitFor();
    await page.getByText('on the disk of the installation').waitFor();
    await window.picture('backups');
    await window.accessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await window.accessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('takes somebody off, and is told what that means', async () => {
    const { window } = desk;
    const { page } = window;
    await page.getByRole('button', { name: 'Remove: Kim' }).click();
    await page.getByRole('dialog').getByText('Backups made before stay open to this key').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText(NOBODY).waitFor();
    window.unblemished();
  });
});

import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';
import { operator } from './sample';

describe('an administrator looks after the keys', () => {
  const desk = deskOf('owner');

  it('sees which root key is in force and who holds it, in both themes and on a phone', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/keys');
    const root = page.getByRole('table', { name: 'Root keys' });
    await root.getByText('Active').waitFor();
    await page.getByRole('table', { name: 'Data keys in force' }).getByRole('row').nth(1).waitFor();
    await window.accessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await window.accessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('prints a recovery kit, which is then the one in force', async () => {
    const { window } = desk;
    const { page } = window;
    const [document] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Print recovery kit' }).click(),
    ]);
    const kit = /recovery-kit-([0-9a-f]{4})\.pdf/.exec(document.suggestedFilename())?.[1] ?? 'none';
    await page.getByText(kit, { exact: true }).waitFor();
    expect(await operator('doctor').catch((error: { stdout?: string }) => String(error.stdout))).toContain(
      `recovery kit: Kit ${kit} was printed 0 days ago.`,
    );
  });

  it('replaces the vault key of a client and sees its values follow', async () => {
    const { window } = desk;
    const { page } = window;
    const keys = page.getByRole('table', { name: 'Data keys in force' });
    await keys
      .getByRole('button', { name: /Replace.*Vault/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
    const rotations = page.getByRole('table', { name: 'Replacements' });
    await rotations.getByText('1 → 2').waitFor();
    await rotations.getByText('All values moved').waitFor();
    await window.accessible();
    expect(await operator('keys', 'rotations')).toMatch(/vault 1 -> 2: resting, \d+ of \d+ values/);
    window.unblemished();
  });
});

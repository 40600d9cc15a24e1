import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';
import { operator } from './sample';

describe('auditor verifies', () => {
  const desk = deskOf('auditor');

  it('sees that a secret exists and never the secret', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/zenith-logistics/vault');
    await page.getByRole('link', { name: 'FortiGate admin' }).first().click();
    await page.getByRole('heading', { name: 'FortiGate admin' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Reveal|Copy) password/i }).count()).toBe(0);
    window.unblemished();
  });

  it('reads every step and verifies the chain', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/zenith-logistics/audit?action=credential.created');
    await page.locator('td code', { hasText: 'credential.created' }).first().waitFor();
    await page.goto('/o/zenith-logistics/audit');
    await page.locator('td code').first().waitFor();
    await window.accessible();
    await window.picture('audit');
    await page.getByRole('button', { name: 'Verify chain' }).click();
    await page
      .getByText(/intact/)
      .first()
      .waitFor();
    window.unblemished();
    expect(await operator('audit', 'verify')).toContain('complete and unchanged');
  });
});

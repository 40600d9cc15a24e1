import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

describe('reveal in five seconds', () => {
  const desk = deskOf('technician');

  it('copies a password from the palette without ever showing it', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/vault');
    await page.getByText('FW admin').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('fw adm');
    await page
      .getByRole('option', { name: /FW admin/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page
      .getByText(/Copied/)
      .first()
      .waitFor();
    await page
      .getByText(/Northwind Bakery \/ FW admin/)
      .first()
      .waitFor();
    const secret = await window.pasted();
    expect(secret).toHaveLength(24);
    expect(await page.content()).not.toContain(secret);
    window.unblemished();
  });

  it('shows it on the record when asked, and hides it again', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/vault');
    await window.accessible();
    await window.picture('vault');
    await page.getByRole('link', { name: 'FW admin' }).first().click();
    await window.accessible();
    await page
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Hide/ }).first().click();
    await page
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .waitFor();
    window.unblemished();
  });
});

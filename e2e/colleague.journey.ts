import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

describe('a technician comes back to what they were working on', () => {
  const desk = deskOf('senior_tech');

  it('finds the records opened last on the phone too', async () => {
    const { page } = desk.window;
    await page.goto('/o/harbour-dental/assets');
    const told = page.waitForResponse((one) => one.url().endsWith('/me/recents') && one.request().method() === 'POST');
    await page.getByRole('link', { name: 'X-ray workstation' }).click();
    await page.getByRole('heading', { name: 'X-ray workstation', level: 1 }).waitFor();
    expect((await told).status()).toBe(204);
    // Another browser of the same person: nothing is stored in it but the session.
    const phone = await desk.browser.newContext({ baseURL: new URL(page.url()).origin });
    await phone.addCookies(await desk.window.context.cookies());
    const other = await phone.newPage();
    await other.goto('/');
    const recents = other.getByRole('region', { name: 'Recently opened' });
    await recents.getByRole('link', { name: 'X-ray workstation' }).waitFor();
    await phone.close();
  });

  it('finds them on top of the palette and of the client switcher, and forgets them when asked', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/');
    await page.getByRole('region', { name: 'Recently opened' }).getByRole('link').first().waitFor();
    await page.keyboard.press('ControlOrMeta+K');
    const first = page.getByRole('option').first();
    await first.filter({ hasText: 'X-ray workstation' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    await page.getByRole('option').first().filter({ hasText: 'Harbour Dental' }).waitFor();
    await page.keyboard.press('Escape');
    await window.accessible();
    await page.getByRole('button', { name: 'Forget these' }).click();
    await page.getByText('Records you open appear here, on every device.').waitFor();
    window.unblemished();
  });
});

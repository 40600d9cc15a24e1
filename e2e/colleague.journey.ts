import sharp from 'sharp';
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

describe('an owner gives a client its face', () => {
  const desk = deskOf('owner');
  const client = '/o/harbour-dental';

  it('puts up a logo, which stands in the bar, in the switcher and on the overview', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto(client);
    await page.getByRole('button', { name: 'Client', exact: true }).click();
    await page.getByRole('button', { name: 'Logo' }).click();
    const dialog = page.getByRole('dialog', { name: 'Logo' });
    const file = dialog.locator('input[type=file]');
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('not a picture at all') });
    await dialog.getByText('Send a PNG, JPEG or WebP picture.').waitFor();
    await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await drawn() });
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('img', { name: 'Logo of Harbour Dental' }).waitFor();
    await page.locator('.st-top .st-org-logo').waitFor();
    await page.keyboard.press('o');
    await page.getByRole('option', { name: 'Harbour Dental' }).locator('img').waitFor();
    await page.keyboard.press('Escape');
    await window.accessible();
  });

  it('takes it down again, and the initials stand', async () => {
    const { window } = desk;
    const { page } = window;
    await page.getByRole('button', { name: 'Client', exact: true }).click();
    await page.getByRole('button', { name: 'Logo' }).click();
    await page.getByRole('button', { name: 'Remove logo' }).click();
    await page.locator('.st-top .st-org-mark').waitFor();
    window.unblemished();
  });
});

describe('an owner looks with the rights of a colleague', () => {
  const desk = deskOf('owner');
  const client = '/o/harbour-dental';
  const bar = () => desk.window.page.getByRole('region', { name: 'Looking with other rights' });

  it('begins where it says who can do what, and sees what the colleague sees', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto(`${client}/members`);
    await page.getByRole('button', { name: 'Manage Bea Billing' }).click();
    await page.getByRole('link', { name: 'What they can do here, and why' }).click();
    await page.getByRole('button', { name: 'See as this person' }).click();
    await bar().getByText('You see Harbour Dental with the rights of Bea Billing.').waitFor();
    expect(await page.getByRole('link', { name: 'Vault', exact: true }).count()).toBe(0);
    await page.goto(`${client}/assets`);
    await bar().waitFor();
    await page.getByText('This needs the permission "asset.read".').first().waitFor();
    await page.goto(client);
    await window.accessible();
    await page.setViewportSize({ width: 390, height: 844 });
    await window.accessible();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 30_000 }).toBe(390);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('leaves again, and is back with rights of their own', async () => {
    const { page } = desk.window;
    await bar().getByRole('button', { name: 'Stop looking' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bea Billing' }).waitFor();
    await bar().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Vault', exact: true }).waitFor();
  });

  it('changes nothing while looking with the rights of a role', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto(`${client}/members`);
    await page.getByRole('button', { name: 'See as a role' }).click();
    await page.getByRole('button', { name: 'Technician', exact: true }).click();
    await bar().getByText('with the rights of Technician').waitFor();
    await page.goto(`${client}/sites/new`);
    await page.getByLabel('Name').first().fill('Never there');
    await page
      .getByRole('button', { name: /^(?:New|Add|Save)/ })
      .last()
      .click();
    await page.getByText('You are looking with the rights of Technician.').first().waitFor();
    await bar().getByRole('button', { name: 'Stop looking' }).click();
    await bar().waitFor({ state: 'detached' });
    window.unblemished();
  });
});

const drawn = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 320, channels: 3, background: '#0b7285' } })
    .png()
    .toBuffer();

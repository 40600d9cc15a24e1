import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';

const SCAN = 'apps/api/src/demo/scans/bakery-week-1.nmap.xml';

describe('scan to assets', () => {
  const desk = deskOf('senior_tech');

  it('shows what a real scan found before anything is written', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/harbour-dental/discovery');
    await page.locator('input[type=file]').first().setInputFiles(SCAN);
    await page.getByRole('link', { name: /^New/ }).waitFor();
    await page.getByText('gw.bakery.internal').first().waitFor();
    await window.accessible();
    await window.picture('discovery');
  });

  it('makes assets of what is accepted', async () => {
    const { window } = desk;
    const { page } = window;
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Accept \d+/ })
      .click();
    await page.getByRole('link', { name: 'Show the assets' }).click();
    await page.getByText('gw.bakery.internal').first().waitFor();
    await window.accessible();
    await window.picture('assets');
  });

  it('changes nothing when the same file comes again', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/harbour-dental/discovery');
    await page.locator('input[type=file]').first().setInputFiles(SCAN);
    await page.getByText('This file was uploaded before').waitFor();
    expect(await page.getByRole('button', { name: 'Accept all' }).isEnabled()).toBe(false);
    window.unblemished();
  });

  it('marks what a later scan misses, and deletes nothing', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/northwind-bakery/discovery');
    await page
      .getByRole('link', { name: /bakery-week-2/ })
      .first()
      .click();
    await page.getByRole('link', { name: /^Vanished/ }).click();
    await page.getByText('cam-yard').first().waitFor();
    await window.accessible();
    window.unblemished();
  });
});

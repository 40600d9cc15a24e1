import { describe, it } from 'vitest';
import { deskOf } from './desk';

const REPORT = JSON.stringify({
  ok: false,
  projectName: 'journey-shop',
  packageManager: 'npm',
  dependencyCount: 41,
  vulnerabilities: [
    {
      ...{ id: 'SNYK-JS-MINIMIST-559764', title: 'Prototype Pollution', severity: 'critical', version: '0.0.8' },
      ...{ packageName: 'minimist-of-the-journey', fixedIn: ['0.2.1'], semver: {}, identifiers: { CVE: [] } },
    },
  ],
});

describe('host security', () => {
  const desk = deskOf('owner');

  it('an administrator brings a report of Snyk and sees what is open', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/host-security');
    await page.getByRole('heading', { name: 'Host security', level: 1 }).waitFor();
    await window.accessible();
    await page.getByRole('button', { name: 'Bring a report' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bring a report' });
    const broken = { name: 'snyk.json', mimeType: 'application/json', buffer: Buffer.from(REPORT.slice(0, 40)) };
    await dialog.locator('input[type=file]').setInputFiles(broken);
    await dialog.getByRole('button', { name: 'Bring a report' }).click();
    await dialog.getByText(/broken or cut off/).waitFor();
    await dialog.locator('input[type=file]').setInputFiles({ ...broken, buffer: Buffer.from(REPORT) });
    await window.accessible();
    await dialog.getByRole('button', { name: 'Bring a report' }).click();
    await page.getByRole('row', { name: /journey-shop.*Affected.*Critical 1/ }).waitFor();
    await page.getByRole('row', { name: /minimist-of-the-journey.*Prototype Pollution/ }).waitFor();
    await page.getByText('The same in numbers').click();
    await page.getByRole('table', { name: 'Over time' }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('accepts it with a reason until a day, and opens it again', async () => {
    const { window } = desk;
    const { page } = window;
    await page.getByRole('button', { name: 'Decide minimist-of-the-journey' }).click();
    const dialog = page.getByRole('dialog', { name: /Decide about minimist/ });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Say why.').waitFor();
    await dialog.getByLabel('Reason').fill('Only our own tests call it.');
    await window.accessible();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row', { name: /minimist-of-the-journey.*Accepted.*Only our own tests call it/ }).waitFor();
    await window.accessible();
    await page.getByRole('button', { name: 'Open again minimist-of-the-journey' }).click();
    await page.getByRole('button', { name: 'Decide minimist-of-the-journey' }).waitFor();
    window.unblemished();
  });
});

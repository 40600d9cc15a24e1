import type { Browser } from 'playwright-core';
import { describe, it } from 'vitest';
import { deskOf } from './desk';
import { Window } from './page';
import { stack } from './stack';

const ROWS = Array.from({ length: 300 }, (_, n) => `Thin client ${n},TC-${n}`);

/** Somebody who is not signed in asks for a new password. */
async function forgetPassword(browser: Browser): Promise<void> {
  const window = await Window.open(browser, stack().url);
  await window.page.goto('/login');
  await window.page.getByRole('link', { name: 'Forgot your password?' }).click();
  // The page before asks for an e-mail address as well.
  await window.page.getByRole('heading', { name: 'New password' }).waitFor();
  await window.page.getByLabel('E-mail').fill('tom.technician@provider.example');
  await window.page.getByRole('button', { name: 'Send me a link' }).click();
  await window.page
    .getByRole('status')
    .filter({ hasText: /mail|link/ })
    .waitFor();
  await window.close();
}

describe('work in the background', () => {
  const desk = deskOf('owner');

  it('an import is tried and carried out by jobs, and the drawer tells of it', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/o/zenith-logistics/assets/import');
    const content = Buffer.from(['Name,Serial', ...ROWS].join('\n'));
    await page.setInputFiles('input[type=file]', { name: 'thin-clients.csv', mimeType: 'text/csv', buffer: content });
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.getByRole('button', { name: 'Import 300 rows' }).click();
    await page.getByRole('link', { name: 'Show the assets' }).waitFor();
    await page.getByRole('button', { name: /^Jobs/ }).click();
    const drawer = page.getByRole('dialog', { name: 'Jobs' });
    await drawer.getByRole('article', { name: 'Import assets: thin-clients.csv' }).first().getByText('Done').waitFor();
    await window.accessible();
    await drawer.getByRole('link', { name: 'Details' }).first().click();
    await page.getByRole('heading', { name: /Import assets: thin-clients.csv/ }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('an administrator runs a schedule now and sees how it went', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/scheduler');
    const line = page.getByRole('row', { name: /Forget finished jobs/ });
    await window.accessible();
    await line.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('heading', { name: /Forget finished jobs/ }).waitFor();
    await page.getByText('Done').first().waitFor();
    await page.goto('/admin/jobs');
    await page.getByRole('link', { name: 'Forget finished jobs' }).first().waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('sets a mail server that is not there, and reads in plain words what is wrong', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/mail');
    await page.getByLabel('Host').fill('127.0.0.1');
    await page.getByLabel('Port').fill('1');
    await page.getByLabel('Sender address').fill('msp@example.test');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    await page.getByText(/Nothing listens at this host and port/).waitFor();
    await window.accessible();
    await forgetPassword(desk.browser);
    await page.goto('/admin/mails');
    await page.getByRole('row', { name: /tom\.technician.*Waiting.*Nothing listens/ }).waitFor();
    await window.accessible();
    window.unblemished();
  });

  it('finds that mail among the jobs, with the reason, cancels it and has it tried again', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/jobs?tab=queued');
    const line = page.getByRole('row', { name: /Send a mail/ });
    await line.getByText(/Nothing listens/).waitFor();
    await line.getByRole('link', { name: 'Send a mail' }).click();
    await page.getByRole('heading', { name: /Send a mail/ }).waitFor();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
    await page.getByText(/Nothing listens/).waitFor();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Retry' }).waitFor();
    window.unblemished();
  });

  it('forgets the mail server', async () => {
    const { window } = desk;
    const { page } = window;
    await page.goto('/admin/mail');
    await page.getByRole('button', { name: 'Forget this server' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget this server' }).click();
    await page.getByText(/No mail server is set/).waitFor();
    window.unblemished();
  });
});

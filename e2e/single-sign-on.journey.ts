import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { RealProvider } from '../tools/providers/real-provider.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

const PEOPLE = [
  { login: 'nora', email: 'nora@contoso.example', name: 'Nora Newcomer', groups: ['it-staff'], amr: ['pwd', 'mfa'] },
];

describe('single sign-on, from the wizard to the first sign-in', () => {
  let browser: Browser;
  let admin: Window;
  let provider: RealProvider;
  beforeAll(async () => {
    browser = await launchBrowser();
    provider = await RealProvider.start(PEOPLE);
    admin = await Window.open(browser, stack().url);
    await signIn(admin.page, await somebody('owner'));
  });
  afterAll(async () => {
    await browser?.close();
    await provider?.stop();
  });

  it('takes two addresses and a secret', async () => {
    const { page } = admin;
    await page.goto('/admin/sso');
    await page.getByRole('link', { name: 'Northwind staff' }).first().waitFor();
    await admin.accessible();
    await page.getByRole('button', { name: 'Add a connection' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Provider').selectOption({ label: 'Other OpenID Connect provider' });
    await dialog.getByLabel('Name').fill('Contoso');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'Our addresses' }).waitFor();
    const redirectUri = (await page.getByText(/\/callback$/).textContent()) ?? '';
    await provider.register({ redirectUri });
    await page.getByLabel('Issuer').fill(`${provider.issuer}/.well-known/openid-configuration`);
    await page.getByLabel('Client id').fill(provider.clientId);
    await page.getByLabel('Client secret').fill('a wrong one');
    await page.getByLabel('Scopes').fill('openid profile email groups');
    await admin.save();
    await page.getByRole('button', { name: 'Check the provider' }).click();
    await page.getByText('The provider answers and speaks OpenID Connect.').waitFor();
    await admin.accessible();
  });

  it('says in words what is wrong before anything is enabled', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: '4 Test' }).click();
    await inWindow(page, 'Test in a new window', 'nora');
    await page
      .getByText(/does not accept our client/)
      .first()
      .waitFor();
    await admin.accessible();
    expect(await page.getByRole('button', { name: 'Enable' }).isEnabled()).toBe(false);
    await page.getByRole('link', { name: 'Look at the setting' }).click();
    await page.getByLabel('Client secret').fill(provider.clientSecret);
    await admin.save();
  });

  it('maps a group by the claims of a real sign-in, and enables what was tested', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: '3 Map' }).click();
    await page.getByLabel('Make an account for people who have none').check();
    await page.getByLabel('Trust the provider’s second factor').check();
    await admin.save();
    await inWindow(page, 'Sign in once to see its claims', 'nora');
    await page.getByRole('button', { name: 'it-staff' }).click();
    await page.getByLabel('Client', { exact: true }).selectOption({ label: 'Zenith Logistics' });
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Helpdesk' });
    await page.getByRole('button', { name: 'Give the role' }).click();
    await page.getByRole('cell', { name: 'Helpdesk' }).waitFor();
    await admin.accessible();
    await page.getByRole('link', { name: '4 Test' }).click();
    await inWindow(page, 'Test in a new window', 'nora');
    await page.getByText('A new account would be made.').waitFor();
    await page.getByText('nora@contoso.example').first().waitFor();
    await admin.accessible();
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('Contoso is enabled').waitFor();
    await page.getByRole('link', { name: '5 Enforce' }).click();
    await page.getByRole('heading', { name: 'Break-glass accounts' }).waitFor();
    await admin.accessible();
    admin.unblemished();
  });

  it('lets a newcomer in with the role of their group, and out again', async () => {
    const nora = await Window.open(browser, stack().url);
    const { page } = nora;
    await page.goto('/login');
    await page.getByRole('button', { name: 'Continue with Contoso' }).waitFor();
    await nora.accessible();
    nora.unblemished();
    await page.getByRole('button', { name: 'Continue with Contoso' }).click();
    await page.getByLabel('Account').fill('nora');
    await page.getByRole('button', { name: 'Sign in at the provider' }).click();
    await page.getByRole('navigation').first().waitFor();
    await page.goto('/o/zenith-logistics/assets');
    await page.getByText('Core firewall').first().waitFor();
    await page.goto('/me/account');
    await page.getByText('nora@contoso.example').first().waitFor();
    await nora.accessible();
    await page.getByRole('button', { name: /Nora/ }).click();
    // The heading is there before everything is loaded afresh.
    const afresh = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await afresh;
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await nora.close();
    await admin.page.goto('/admin/sso');
    await admin.page.getByRole('link', { name: 'Contoso' }).first().click();
    // The menu beside it has people too.
    await admin.page.getByRole('main').getByRole('link', { name: 'People' }).click();
    await admin.page.getByText('Nora Newcomer').first().waitFor();
    await admin.accessible();
    admin.unblemished();
  });
});

/** Presses the button and signs in in the window it opens; a provider that knows the browser already asks nothing. */
async function inWindow(page: Page, button: string, login: string): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: button }).click();
  const popup = await opened;
  const account = popup.getByLabel('Account');
  const asked = account.waitFor().then(() => true);
  if (!(await Promise.race([asked, popup.waitForEvent('close').then(() => false)]).catch(() => false))) return;
  await account.fill(login);
  await popup.getByRole('button', { name: 'Sign in at the provider' }).click();
}

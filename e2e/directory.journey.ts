import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { startSlapd, type TestDirectory } from '../tools/ldap/slapd.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

const SUFFIX = 'dc=harbour,dc=example';
const CREW = `cn=crew,ou=groups,${SUFFIX}`;

/** A directory of two people; everybody's password is their uid. */
const tree = [
  [`dn: ${SUFFIX}`, 'objectClass: dcObject', 'objectClass: organization', 'dc: harbour', 'o: Harbour'],
  [
    `dn: cn=reader,${SUFFIX}`,
    'objectClass: organizationalRole',
    'objectClass: simpleSecurityObject',
    'userPassword: secret',
  ],
  [`dn: ou=people,${SUFFIX}`, 'objectClass: organizationalUnit'],
  [`dn: ou=groups,${SUFFIX}`, 'objectClass: organizationalUnit'],
  ...['ines', 'tom'].map((uid) => [
    `dn: cn=${uid},ou=people,${SUFFIX}`,
    'objectClass: inetOrgPerson',
    `uid: ${uid}`,
    'sn: Harbour',
    `mail: ${uid}@harbour.example`,
    `userPassword: ${uid}`,
  ]),
  [`dn: ${CREW}`, 'objectClass: groupOfNames', `member: cn=ines,ou=people,${SUFFIX}`],
]
  .map((lines) => `${lines.join('\n')}\n`)
  .join('\n');

describe('a directory, from the wizard to the first sign-in', () => {
  let browser: Browser;
  let admin: Window;
  let directory: TestDirectory;
  beforeAll(async () => {
    directory = await startSlapd({ suffix: SUFFIX, ldif: tree });
    browser = await launchBrowser();
    admin = await Window.open(browser, stack().url);
    await signIn(admin.page, await somebody('owner'));
  });
  afterAll(async () => {
    await browser?.close();
    await directory?.stop();
  });

  it('takes server, certificate and reading account, and names the setting that is wrong', async () => {
    const { page } = admin;
    await page.goto('/admin/sso');
    await page.getByRole('button', { name: 'Add a connection' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Provider').selectOption({ label: 'OpenLDAP or another LDAP directory' });
    await dialog.getByLabel('Name').fill('Harbour directory');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await page.getByLabel(/^Server/).fill('localhost');
    await page.getByLabel(/^Port/).fill(String(directory.tlsPort));
    await page.getByLabel('Reading account').fill(`cn=reader,${SUFFIX}`);
    await page.getByLabel('Its password').fill('secret');
    await page.getByLabel('People are found below').fill(`ou=people,${SUFFIX}`);
    await page.getByLabel('Groups are found below').fill(`ou=groups,${SUFFIX}`);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Check the provider' }).click();
    await page.getByText(/issued by an authority that is not known here/).waitFor();
    await admin.accessible();
    await page.getByLabel('Certificate of the authority').fill(directory.pem);
    await admin.save();
    await page.getByRole('button', { name: 'Check the provider' }).click();
    await page.getByText(/The directory answers, is who it should be/).waitFor();
  });

  it('shows somebody with their groups, maps one, and is enabled after a test with a password', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: '4 Test' }).click();
    await page.getByLabel('Name or e-mail address').fill('ines');
    await page.getByRole('button', { name: 'Look up or sign in' }).click();
    await page.getByText(CREW).first().waitFor();
    expect(await page.getByRole('button', { name: 'Enable' }).isEnabled()).toBe(false);
    await page.getByRole('link', { name: '3 Map' }).click();
    await page.getByLabel('Make an account for people who have none').check();
    await admin.save();
    await page.getByRole('button', { name: CREW }).click();
    await page.getByLabel('Client', { exact: true }).selectOption({ label: 'Zenith Logistics' });
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Helpdesk' });
    await page.getByRole('button', { name: 'Give the role' }).click();
    await page.getByRole('cell', { name: 'Helpdesk' }).waitFor();
    await admin.accessible();
    await page.getByRole('link', { name: '4 Test' }).click();
    await page.getByLabel('Name or e-mail address').fill('ines');
    await page.getByLabel(/^Password/).fill('ines');
    await page.getByRole('button', { name: 'Look up or sign in' }).click();
    await page.getByText('A new account would be made.').waitFor();
    await admin.accessible();
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('Harbour directory is enabled').waitFor();
  });

  it('lets somebody in by their password there, and asks for a second factor of ours', async () => {
    const ines = await Window.open(browser, stack().url);
    await ines.page.goto('/login');
    await ines.page.getByLabel('E-mail').fill('ines');
    await ines.page.getByLabel('Password', { exact: true }).fill('ines');
    await ines.page.getByRole('button', { name: 'Sign in' }).click();
    await ines.page.waitForURL(/enrol/);
    await ines.close();
  });

  it('compares the directory with the accounts here, and leaves nothing behind when it is removed', async () => {
    const { page } = admin;
    await page.getByRole('link', { name: '6 Follow' }).click();
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('Nothing would change.').waitFor();
    await admin.accessible();
    await page.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await page.getByText('Harbour directory is disabled').waitFor();
    await page.getByRole('button', { name: 'Manage Harbour directory' }).click();
    await page.getByRole('button', { name: 'Remove the connection' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the connection' }).click();
    await page.getByText('Harbour directory is removed').waitFor();
    admin.unblemished();
  });
});

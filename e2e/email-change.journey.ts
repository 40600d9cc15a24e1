import { createConnection } from 'mysql2/promise';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { startStack, type Stack } from '../tools/journeys/stack.mjs';
import type { Authenticator } from './authenticator';
import { deskOf } from './desk';
import { codesElapsed } from './codes-elapsed';
import { enrol } from './enrolling';
import { Mailboxes } from './mailbox';
import { Window } from './page';

const PASSWORD = 'four quiet otters swim';
const OLD = 'olga@provider.example';
const NEW = 'olga@new-name.example';

describe('change one’s own e-mail address', () => {
  let stack: Stack;
  let browser: Browser;
  let mails: Mailboxes;
  let owner: Window;
  let phone: Authenticator;
  beforeAll(async () => {
    mails = await Mailboxes.open();
    [stack, browser] = await Promise.all([startStack({ SMTP_URL: mails.url }), launchBrowser()]);
    owner = await Window.open(browser, stack.url);
    phone = await setUp(owner, stack);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
    await mails?.close();
  });

  it('is asked for on the account page, by keyboard, with password and code', async () => {
    const { page } = owner;
    await anHourLater(stack);
    await page.goto('/me/account');
    const change = page.getByRole('button', { name: 'Change e-mail address' });
    await change.waitFor();
    await owner.accessible();
    await owner.picture('email-none');
    await change.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Change e-mail address' });
    await dialog.getByLabel('New e-mail address').waitFor();
    await page.keyboard.type(OLD.toUpperCase());
    await page.keyboard.press('Enter');
    await prove(owner, phone);
    await dialog.getByText('This is your address already.').waitFor();
    expect(await dialog.getByLabel('New e-mail address').getAttribute('aria-invalid')).toBe('true');
    await owner.accessible();
    await owner.picture('email-ask-wrong');
    await dialog.getByLabel('New e-mail address').fill('nobody');
    await page.keyboard.press('Enter');
    await dialog.getByText('Write an address such as').waitFor();
    await dialog.getByLabel('New e-mail address').fill(NEW);
    await page.keyboard.press('Enter');
    await page.getByText(`${NEW} waits to be confirmed`).waitFor();
    await dialog.waitFor({ state: 'detached' });
    await owner.accessible();
    await owner.picture('email-pending');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    await owner.accessible();
    await owner.picture('email-pending-phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    owner.unblemished();
  });

  it('is stopped from the old mailbox, by whoever reads it, without a session', async () => {
    const guest = await Window.open(browser, stack.url);
    const { page } = guest;
    await page.goto(await mails.link(OLD, 'wants to change'));
    await page.getByRole('heading', { name: 'Stop the change of your address?' }).waitFor();
    await guest.accessible();
    await guest.picture('email-stop');
    await page.getByRole('button', { name: 'Stop the change' }).press('Enter');
    await page.getByRole('heading', { name: 'The change is stopped' }).waitFor();
    await guest.accessible();
    await guest.picture('email-stopped');
    await page.goto(await mails.link(NEW, 'Confirm your new'));
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    await guest.accessible();
    await guest.picture('email-gone');
    guest.unblemished();
    await guest.close();
    await owner.page.reload();
    await owner.page.getByRole('button', { name: 'Change e-mail address' }).waitFor();
    mails.empty();
  });

  it('is cancelled on the account page', async () => {
    await owner.page.setViewportSize({ width: 390, height: 844 });
    await owner.page.getByRole('button', { name: 'Change e-mail address' }).click();
    await owner.page.getByLabel('New e-mail address').waitFor();
    await owner.accessible();
    await owner.picture('email-ask-phone');
    await owner.page.keyboard.press('Escape');
    await owner.page.getByRole('dialog').waitFor({ state: 'detached' });
    await owner.page.setViewportSize({ width: 1440, height: 900 });
    await ask(owner, NEW);
    await owner.page.getByRole('button', { name: 'Cancel the change' }).press('Enter');
    await owner.page.getByRole('button', { name: 'Change e-mail address' }).waitFor();
    await owner.accessible();
    owner.unblemished();
    // What was mailed for it is dead; the next test waits for the links of its own.
    await mails.link(NEW, 'Confirm your new');
    await mails.link(OLD, 'wants to change');
    mails.empty();
  });

  it('is confirmed from the new mailbox in another browser, after signing in there with the old address', async () => {
    await ask(owner, NEW);
    const other = await Window.open(browser, stack.url);
    const { page } = other;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(await mails.link(NEW, 'Confirm your new'));
    await page.getByRole('heading', { name: 'Confirm your new address' }).waitFor();
    await other.accessible();
    await other.picture('email-confirm-signed-out-phone');
    await page.getByRole('link', { name: 'Sign in to confirm' }).press('Enter');
    await signIn(other, OLD, phone);
    const confirm = page.getByRole('button', { name: 'Confirm the new address' });
    await page.getByText(`You are signed in as Olga Owner, ${OLD}.`).waitFor();
    await other.accessible();
    await other.picture('email-confirm-phone');
    await confirm.press('Enter');
    await page.getByText(`You sign in with ${NEW} from now on`).waitFor();
    await other.accessible();
    await other.picture('email-confirmed-phone');
    await page.getByRole('link', { name: 'Go to my account' }).click();
    await page.getByText(NEW).first().waitFor();
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    await other.accessible();
    await other.picture('email-account-phone');
    other.unblemished();
    await other.close();
  });

  it('ended the session that asked, told both mailboxes, and only the new address signs in', async () => {
    const { page } = owner;
    await page.goto('/me/account');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    for (const mailbox of [OLD, NEW]) expect(await mails.link(mailbox, 'was changed')).toBe(`${stack.url}/me/account`);
    await page.getByLabel('E-mail').fill(OLD);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.reload();
    await signIn(owner, NEW, phone);
    await page.getByText(NEW).first().waitFor();
    owner.unblemished();
  });
});

describe('an address without a mail server', () => {
  const desk = deskOf('owner');

  it('is not changed, and the page says who can help', async () => {
    const { page } = desk.window;
    await page.goto('/me/account');
    await page.getByText('Your address cannot be changed yet').waitFor();
    expect(await page.getByRole('button', { name: 'Change e-mail address' }).count()).toBe(0);
    await desk.window.accessible();
    await desk.window.picture('email-closed');
    desk.window.unblemished();
  });
});

async function setUp(owner: Window, stack: Stack): Promise<Authenticator> {
  const { page } = owner;
  const link = new URL(await stack.operator('setup-link'));
  await page.goto(`${stack.url}/setup${link.hash}`);
  await page.getByLabel('Your name').fill('Olga Owner');
  await page.getByLabel('E-mail').fill(OLD);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of your first client').fill('Provider');
  await page.getByRole('button', { name: 'Set up ClientSt0r' }).click();
  const phone = await enrol(page, () => codesElapsed(stack.env));
  await page.getByRole('heading', { name: 'Recovery kit' }).waitFor();
  return phone;
}

/** The dialog that asks for password and code. */
async function prove({ page }: Window, phone: Authenticator): Promise<void> {
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  await proof.getByLabel('Password').fill(PASSWORD);
  await proof.getByLabel('Code').fill(await phone.fresh());
  await proof.getByRole('button', { name: 'Confirm' }).press('Enter');
  await proof.waitFor({ state: 'detached' });
}

/** Asks while the proof of before is fresh enough. */
async function ask({ page }: Window, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Change e-mail address' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change e-mail address' });
  await dialog.getByLabel('New e-mail address').fill(email);
  await page.keyboard.press('Enter');
  await page.getByText(`${email} waits to be confirmed`).waitFor();
  await dialog.waitFor({ state: 'detached' });
}

async function signIn({ page }: Window, email: string, phone: Authenticator): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByLabel('Code').fill(await phone.fresh());
  await page.getByRole('button', { name: 'Confirm' }).click();
}

/** The sign-in of everybody is an hour old: what needs a fresh proof asks for one. */
async function anHourLater({ database: { socket, rootPassword }, env }: Stack): Promise<void> {
  const root = await createConnection({
    ...{ socketPath: socket, user: 'root', password: rootPassword },
    database: env['DATABASE_NAME'] ?? 'clientst0r',
  });
  await root.query("UPDATE session SET authenticated_at = authenticated_at - INTERVAL 1 HOUR, stepped_up = '{}'");
  await root.end();
}

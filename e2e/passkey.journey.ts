import { createConnection } from 'mysql2/promise';
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { startStack, type Stack } from '../tools/journeys/stack.mjs';
import { Window } from './page';

const PASSWORD = 'four quiet otters swim';

describe('sign in with a passkey', () => {
  let stack: Stack;
  let browser: Browser;
  let window: Window;
  let device: VirtualDevice;
  let address: string;
  beforeAll(async () => {
    // Browsers make passkeys for names only, so that this journey comes by the name of this machine.
    [stack, browser] = await Promise.all([startStack({}, { named: true }), launchBrowser()]);
    address = stack.url;
    window = await Window.open(browser, address);
    device = await VirtualDevice.plugInto(window);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('is set up instead of an authenticator, with recovery codes', async () => {
    const { page } = window;
    const link = new URL(await stack.operator('setup-link'));
    await page.goto(`${address}/setup${link.hash}`);
    await page.getByLabel('Your name').fill('Olga Owner');
    await page.getByLabel('E-mail').fill('olga@provider.example');
    await page.getByLabel('Choose a password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Name of your first client').fill('Provider');
    await page.getByRole('button', { name: 'Set up ClientSt0r' }).click();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Work laptop');
    await window.accessible();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
    await window.accessible();
    await page.getByRole('button', { name: 'I have kept these codes' }).click();
    await page.getByRole('heading', { name: 'Recovery kit' }).waitFor();
    expect(await device.passkeys()).toBe(1);
    window.unblemished();
  });

  it('lets in without a name or a password', async () => {
    const { page } = window;
    await page.context().clearCookies();
    await device.answersByItself(false);
    await page.goto(`${address}/login`);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
    await window.accessible();
    await device.answersByItself(true);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByRole('navigation').first().waitFor();
    window.unblemished();
  });

  it('is the second step after the password', async () => {
    const { page } = window;
    await page.context().clearCookies();
    await device.answersByItself(false);
    await page.goto(`${address}/login`);
    await page.getByLabel('E-mail').fill('olga@provider.example');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Second factor' }).waitFor();
    await window.accessible();
    await device.answersByItself(true);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByRole('navigation').first().waitFor();
    window.unblemished();
  });

  it('confirms a sensitive act, together with the password where the account itself changes', async () => {
    const { page } = window;
    await page.goto(`${address}/me/account`);
    await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
    await window.accessible();
    await window.picture('my-account');
    await anHourLater(stack);
    await page.getByRole('button', { name: 'Rename Work laptop' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Old laptop');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await proof.getByLabel('Password').fill(PASSWORD);
    await window.accessible();
    await proof.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByRole('button', { name: 'Rename Old laptop' }).waitFor();
    window.unblemished();
  });

  it('is demanded of administrators once one of them has it', async () => {
    const { page } = window;
    await page.goto(`${address}/admin/sign-in`);
    await page.getByLabel('Demand a passkey of').selectOption({ label: 'Platform administrators and owners' });
    await page.getByRole('button', { name: 'Save' }).click();
    await confirmIfAsked(window);
    await page.getByText('Saved').waitFor();
    await window.accessible();
    await page.goto(`${address}/me/account`);
    await page.getByRole('button', { name: 'Remove Old laptop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('must keep a second factor').waitFor();
    window.unblemished();
  });
});

/** The sign-in of everybody is an hour old: what needs a fresh proof asks for one. */
async function anHourLater({ database: { socket, rootPassword }, env }: Stack): Promise<void> {
  const root = await createConnection({
    ...{ socketPath: socket, user: 'root', password: rootPassword },
    database: env['DATABASE_NAME'] ?? 'clientst0r',
  });
  await root.query("UPDATE session SET authenticated_at = authenticated_at - INTERVAL 1 HOUR, stepped_up = '{}'");
  await root.end();
}

/** A fresh sign-in may be fresh enough; otherwise the dialog asks. */
async function confirmIfAsked({ page }: Window): Promise<void> {
  const proof = page.getByRole('dialog', { name: 'Confirm that it is you' });
  const saved = page.getByText('Saved');
  await proof.or(saved).first().waitFor();
  if (await proof.isVisible()) await proof.getByRole('button', { name: 'Use a passkey' }).click();
}

/** The authenticator Chromium simulates: it verifies its owner and keeps what it makes. */
class VirtualDevice {
  private constructor(
    private readonly session: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  static async plugInto({ context, page }: Window): Promise<VirtualDevice> {
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
        ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      },
    });
    return new VirtualDevice(session, authenticatorId);
  }

  /** Without it the list behind the e-mail field would sign in before anybody has looked at the page. */
  async answersByItself(enabled: boolean): Promise<void> {
    const { authenticatorId } = this;
    await this.session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  }

  async passkeys(): Promise<number> {
    const { authenticatorId } = this;
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId });
    return credentials.length;
  }
}

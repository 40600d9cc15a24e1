import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { Authenticator } from './authenticator';
import { codesElapsed } from './codes-elapsed';
import { stack } from './stack';

const run = promisify(execFile);

/** A person of the sample data. */
export interface Somebody {
  email: string;
  password: string;
  phone: Authenticator;
}

/** An operator command against the shared product; answers what it printed. */
export async function operator(...words: string[]): Promise<string> {
  const { env } = stack();
  const { stdout } = await run(process.execPath, ['apps/api/dist/cli.js', ...words], {
    env,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.trim();
}

/** The person with this role at the three sample clients, which are loaded once for all journeys. */
export async function somebody(role: string): Promise<Somebody> {
  return onSheet(await sheet(), role, stack().env);
}

/** The same, of the product with these settings, from what loading the sample data printed there. */
export function onSheet(text: string, role: string, env: NodeJS.ProcessEnv): Somebody {
  const line = text.split('\n').find((one) => one.trim().startsWith(role));
  const [, email, password, secret] = /^\s*\S+\s+(\S+)\s+(\S+)\s+TOTP (\S+)/.exec(line ?? '') ?? [];
  if (!email || !password || !secret) throw new Error(`The sample data has no ${role}`);
  return { email, password, phone: new Authenticator(secret, () => codesElapsed(env)) };
}

/** Signs somebody in through the pages. */
export async function signIn(page: Page, person: Somebody, url = stack().url): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Code').fill(await person.phone.fresh());
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** Loaded by the first journey on a product; one runs there at a time. */
async function sheet(): Promise<string> {
  const printed = join(stack().dataDir, 'journey-people');
  if (existsSync(printed)) return readFileSync(printed, 'utf8');
  const text = await operator('demo', 'load');
  writeFileSync(printed, text, { mode: 0o600 });
  return text;
}

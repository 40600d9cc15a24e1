import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { underLock } from '../tools/workspace/lock.mjs';
import { Authenticator } from './authenticator';
import { stack } from './stack';

const run = promisify(execFile);

interface Sheet {
  loadedAt: number;
  text: string;
}

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
  return onSheet(await sheet(), role, kept(`journey-phone-${role}`));
}

/** The same, of a product of its own, from what loading the sample data printed there. */
export function onSheet({ text, loadedAt }: Sheet, role: string, usedIn?: string): Somebody {
  const line = text.split('\n').find((one) => one.trim().startsWith(role));
  const [, email, password, secret] = /^\s*\S+\s+(\S+)\s+(\S+)\s+TOTP (\S+)/.exec(line ?? '') ?? [];
  if (!email || !password || !secret) throw new Error(`The sample data has no ${role}`);
  return { email, password, phone: new Authenticator(secret, loadedAt, usedIn) };
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

/** Whoever comes first loads it; who comes meanwhile waits, for two loads at a time would meet. */
async function sheet(): Promise<Sheet> {
  const printed = kept('journey-people.json');
  return underLock(`${printed}.lock`, 'sample data', async () => {
    if (existsSync(printed)) return JSON.parse(readFileSync(printed, 'utf8')) as Sheet;
    const fresh = { text: await operator('demo', 'load'), loadedAt: Date.now() };
    writeFileSync(printed, JSON.stringify(fresh), { mode: 0o600 });
    return fresh;
  });
}

/** What one journey leaves for the next ones, beside the data of the product they share. */
function kept(name: string): string {
  return join(stack().dataDir, name);
}

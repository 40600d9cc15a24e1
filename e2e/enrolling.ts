import type { Page } from 'playwright-core';
import { Authenticator } from './authenticator';

/**
 * Sets up an authenticator app on the page that asks for one, keeps the recovery codes, and answers the phone; `elapse` as
 * the Authenticator takes it.
 */
export async function enrol(page: Page, elapse?: () => Promise<void>): Promise<Authenticator> {
  const label = 'Or type this key into the app';
  const key = await page.getByText(label).textContent();
  const phone = new Authenticator((key ?? '').replace(label, '').replace(/[^A-Z2-7]/g, ''), elapse);
  const [first, second] = phone.pair();
  await page.getByLabel('First code').fill(first);
  await page.getByLabel('The code after it').fill(second);
  phone.used();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'I have kept these codes' }).click();
  return phone;
}

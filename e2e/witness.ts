import { afterEach } from 'vitest';
import { openWindows } from './page';

/** A summary of failures cuts longer lines, and keeps few of them. */
const LINE = /.{1,280}/g;
const LINES = 5;

/** Whoever reads that a journey failed, on a machine that is gone by then, reads what its windows showed. */
afterEach(async ({ task }) => {
  const error = task.result?.errors?.[0];
  if (!error) return;
  for (const { page } of openWindows()) {
    const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
    const shown = `${new URL(page.url()).pathname} showed: ${text.replaceAll(/\s+/g, ' ')}`;
    const told = [error.message, ...(shown.match(LINE) ?? []).slice(0, LINES)].join('\n');
    // Reports are made of the stack, which begins with the message.
    error.stack = error.stack?.replace(error.message, () => told);
    error.message = told;
  }
});

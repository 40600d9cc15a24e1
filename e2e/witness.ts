import { afterEach } from 'vitest';
import { openWindows } from './page';

const LENGTH = 1_500;

/** Whoever reads that a journey failed, on a machine that is gone by then, reads what its windows showed. */
afterEach(async ({ task }) => {
  const error = task.result?.errors?.[0];
  if (!error) return;
  for (const { page } of openWindows()) {
    const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
    error.message += `\n${new URL(page.url()).pathname} showed: ${text.replaceAll(/\s+/g, ' ').slice(0, LENGTH)}`;
  }
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deskOf } from './desk';
import { stack } from './stack';

/** Longer than nginx leaves a node alone that failed, and than its start takes. */
const BACK_MS = 20_000;

/** Kills the API of a node, by the id it noted, as the system's out-of-memory killer would; answers once it is back. */
function killNode(name?: string): { back: () => Promise<void> } {
  const folder = join(stack().dataDir, ...(name ? ['others', name] : []), 'run');
  const pid = (): number => Number(readFileSync(join(folder, 'main.pid'), 'utf8'));
  const killed = pid();
  process.kill(killed, 'SIGKILL');
  const back = async (): Promise<void> => {
    for (const until = Date.now() + BACK_MS; pid() === killed && Date.now() < until;) await sleep(100);
    expect(existsSync(join(folder, 'main.pid')) && pid() !== killed).toBe(true);
    await sleep(BACK_MS / 4);
  };
  return { back };
}

describe('a day on which nodes are killed', () => {
  const desk = deskOf('owner');

  it('goes on in the same session when the first one dies', async () => {
    const { page } = desk.window;
    await page.goto('/o/zenith-logistics/assets');
    await page.getByText('Core firewall').first().waitFor();
    const { back } = killNode();
    await page.getByRole('link', { name: 'Core firewall' }).first().click();
    await page.getByRole('heading', { name: 'Core firewall' }).waitFor();
    await page.goto('/o/northwind-bakery/vault');
    await page.getByRole('link', { name: 'FW admin' }).first().click();
    await page
      .getByRole('button', { name: /^Reveal/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Hide/ }).first().waitFor();
    await back();
  });

  it('and when the second one dies, while the first is back', async () => {
    const { page } = desk.window;
    const { back } = killNode('second');
    await page.goto('/admin/status');
    await page.getByRole('heading', { name: 'Status', exact: true }).waitFor();
    await page.goto('/o/harbour-dental/assets');
    await page.getByText('Practice server').first().waitFor();
    await back();
    await page.reload();
    await page.getByText('Practice server').first().waitFor();
  });
});

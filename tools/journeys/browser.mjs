import { PlainError } from '../workspace/plain-error.mjs';
import { findChromium } from '../suite/system.mjs';

/** How the journeys' browser is started: headless, no calls home, and as root without the sandbox it cannot have. */
export function browserOptions() {
  const executablePath = findChromium();
  if (!executablePath) throw new PlainError('The journeys need Chromium.', ['Install it: apt-get install chromium']);
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
  ];
  return { executablePath, headless: true, args: process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args };
}

/** A running browser; close it yourself. */
export async function launchBrowser() {
  const { chromium } = await import('playwright-core');
  return chromium.launch(browserOptions());
}

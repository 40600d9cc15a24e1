import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

/** Where one person of the sample data works through the journeys of a file: a browser of their own, signed in. */
export function deskOf(role: Parameters<typeof somebody>[0]): { readonly browser: Browser; readonly window: Window } {
  let browser: Browser;
  let window: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await Window.open(browser, stack().url);
    await signIn(window.page, await somebody(role));
  });
  afterAll(() => browser?.close());
  return {
    get browser() {
      return browser;
    },
    get window() {
      return window;
    },
  };
}

import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page, Response } from 'playwright-core';
import { expect } from 'vitest';

const windows = new Set<Window>();

/** Those of this file that nobody closed. */
export const openWindows = (): Window[] => [...windows].filter(({ page }) => !page.isClosed());

/** A browser window that remembers everything it should not have seen. */
export class Window {
  private readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly origin: string,
  ) {}

  /** Opens a fresh window, with its own cookies, at a desk's width. */
  static async open(browser: Browser, origin: string): Promise<Window> {
    // Without motion, so that colours are measured when they have arrived.
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({ baseURL: origin, viewport, reducedMotion: 'reduce' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const window = new Window(context, await context.newPage(), origin);
    window.listen();
    windows.add(window);
    return window;
  }

  /** axe finds nothing, in both themes. */
  async accessible(): Promise<void> {
    // A page behind another one draws no frames, and its animations never end.
    await this.page.bringToFront();
    for (const theme of ['light', 'dark']) {
      await this.page.evaluate((name) => document.documentElement.setAttribute('data-bs-theme', name), theme);
      await this.atRest();
      // In this page alone: otherwise axe sums up in a new one, which takes the front from ours and may never open.
      const { violations } = await new AxeBuilder({ page: this.page })
        .setLegacyMode(true)
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        violations.map((one) => `${theme} ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
    }
    await this.page.evaluate(() => document.documentElement.setAttribute('data-bs-theme', 'light'));
  }

  /** Waits until nothing is loading and nothing moves, so that a colour is measured when it has arrived. */
  private async atRest(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.evaluate(async () => {
      const finite = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      const late = new Promise((resolve) => setTimeout(resolve, 5_000));
      await Promise.race([late, Promise.allSettled(finite.map((one) => one.finished))]);
    });
  }

  /** Keeps a picture in both themes for the README, when the run is asked to: `PICTURES=docs/images`. */
  async picture(name: string): Promise<void> {
    const folder = process.env['PICTURES'];
    if (!folder) return;
    for (const theme of ['light', 'dark']) {
      await this.page.evaluate((one) => document.documentElement.setAttribute('data-bs-theme', one), theme);
      await this.atRest();
      await this.page.screenshot({ path: `${folder}/${name}-${theme}.png` });
    }
    await this.page.evaluate(() => document.documentElement.setAttribute('data-bs-theme', 'light'));
  }

  /** What the clipboard holds, pasted into a page that is not ours: ours may not read it. */
  async pasted(): Promise<string> {
    const paper = await this.context.newPage();
    await paper.setContent('<textarea></textarea>');
    await paper.locator('textarea').press('ControlOrMeta+V');
    const text = await paper.locator('textarea').inputValue();
    await paper.close();
    return text;
  }

  /** Saves a record that exists, and waits for the answer: the message of an earlier time may still be on screen. */
  async save(): Promise<void> {
    const saves = (response: Response): boolean =>
      response.request().method() === 'PATCH' && response.ok() && !response.url().includes('/me/');
    await Promise.all([this.page.waitForResponse(saves), this.page.getByRole('button', { name: 'Save' }).click()]);
  }

  /** No console error, no refused content, no request to another host. */
  unblemished(): void {
    expect(this.complaints).toEqual([]);
  }

  /** Not while a page is on its way to another address, as after a sign-out: Chromium never ends such a context. */
  async close(): Promise<void> {
    await this.context.close();
  }

  private listen(): void {
    this.page.on('console', (message) => {
      // The browser itself reports answers of 4xx; the journeys provoke some on purpose.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.origin) && !/^(?:data|blob):/.test(url)) this.complaints.push(`request to ${url}`);
    });
  }
}

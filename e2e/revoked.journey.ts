import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/journeys/browser.mjs';
import { Window } from './page';
import { signIn, somebody } from './sample';
import { stack } from './stack';

describe('revoked mid-session', () => {
  let browser: Browser;
  let owner: Window;
  let helper: Window;
  beforeAll(async () => {
    browser = await launchBrowser();
    const { url } = stack();
    owner = await Window.open(browser, url);
    helper = await Window.open(browser, url);
    await signIn(owner.page, await somebody('owner'));
    await signIn(helper.page, await somebody('helpdesk'));
  });
  afterAll(() => browser?.close());

  it('takes a right away with the very next click, without signing the person out', async () => {
    await helper.page.goto('/o/zenith-logistics/assets');
    await helper.page.getByText('Core firewall').first().waitFor();
    const { request } = owner.page;
    const listed = await request.get('/api/v1/memberships?org=zenith-logistics&q=Hanna');
    const { data } = (await listed.json()) as { data: { id: string }[] };
    const taken = await request.post(`/api/v1/memberships/${data[0]?.id}/archive`, {
      headers: { 'x-msp': '1' },
      data: {},
    });
    expect(taken.status()).toBe(200);
    await helper.page.getByRole('link', { name: 'Core firewall' }).first().click();
    await helper.page
      .getByText(/cannot see it|permission|no access|not allowed/i)
      .first()
      .waitFor();
    await helper.page.goto('/o/harbour-dental/assets');
    await helper.page.getByText('Practice server').first().waitFor();
    await helper.accessible();
  });
});

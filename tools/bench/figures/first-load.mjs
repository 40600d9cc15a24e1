import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../../journeys/browser.mjs';
import { inRoot } from '../../workspace/paths.mjs';
import { median } from '../statistics.mjs';

const TIMES = 3;
// Not "until the network is idle": pages may keep a stream of news open.
const SETTLED_MS = 2_000;

/**
 * The first load in a browser that has never been here: JavaScript as gzip would send it, JavaScript as it came, and the
 * largest paint, for somebody signed in who opens the assets of an organisation, and for a stranger at the door.
 */
export async function firstLoad({ url, person, slug }) {
  const browser = await launchBrowser();
  try {
    const pages = { 'sign-in page': ['/', null], 'assets page': [`/o/${slug}/assets`, person] };
    const figures = {};
    for (const [name, [path, who]] of Object.entries(pages)) {
      const loads = [];
      for (let at = 0; at < TIMES; at += 1) loads.push(await load(browser, `${url}${path}`, who));
      figures[name] = { ...loads[0], paint: median(loads.map(({ paint }) => paint)) };
    }
    return figures;
  } finally {
    await browser.close();
  }
}

async function load(browser, url, person) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    if (person) await context.addCookies([cookieOf(person, url)]);
    const page = await context.newPage();
    const scripts = new Map();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.set(pathname, response);
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLED_MS);
    if (scripts.size === 0) throw new Error(`${url} loaded no script; was it built again while the API ran?`);
    const paint = await page.evaluate(largestPaint);
    return { paint, at: new URL(page.url()).pathname, ...(await sizesOf(scripts)) };
  } finally {
    await context.close();
  }
}

function cookieOf({ cookie }, url) {
  const [name, value] = cookie.split(/=(.*)/s);
  return { name, value, domain: new URL(url).hostname, path: '/', secure: true, httpOnly: true, sameSite: 'Strict' };
}

// Runs in the page: milliseconds from the navigation to the largest paint so far.
function largestPaint() {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    setTimeout(() => resolve(Number.NaN), 2_000);
  });
}

async function sizesOf(scripts) {
  let [gzipped, sent] = [0, 0];
  for (const [pathname, response] of scripts) {
    const file = join(inRoot('apps', 'web', 'dist'), normalize(pathname));
    if (!existsSync(file)) throw new Error(`${pathname} is not in the build; was it built again while the API ran?`);
    gzipped += gzipSync(readFileSync(file), { level: 9 }).length;
    sent += (await response.request().sizes()).responseBodySize;
  }
  return { files: scripts.size, gzipped, sent };
}

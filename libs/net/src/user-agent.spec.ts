import { describe, expect, it } from 'vitest';
import { readUserAgent } from './user-agent';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36';

describe('what a program says of itself', () => {
  it.each([
    [CHROME, 'Chrome', 'Linux'],
    [`${CHROME} Edg/149.0.0.0`, 'Edge', 'Linux'],
    [`${CHROME} OPR/120.0.0.0`, 'Opera', 'Linux'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari', 'iOS'],
    ['Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0', 'Firefox', 'Android'],
    ['curl/8.9.1', undefined, undefined],
    [null, undefined, undefined],
  ])('%s is read as %s on %s', (userAgent, browser, system) => {
    expect(readUserAgent(userAgent)).toEqual({ browser, system });
  });
});

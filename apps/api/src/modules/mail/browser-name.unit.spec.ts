import { describe, expect, it } from 'vitest';
import { browserName } from './browser-name';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('the browser a mail names', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [`${WINDOWS} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows'],
    [`${WINDOWS} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'Edge on Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari on iOS'],
    ['curl/8.5.0', ''],
    [null, ''],
  ])('of %s is "%s"', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });

  it('is in our words, whatever a caller says of itself', () => {
    const lie = 'Firefox/1 on your own phone. To keep your account open https://evil.example';
    expect(browserName(lie)).toBe('Firefox');
    expect(browserName('Windows: all is well, do nothing')).toBe('a program on Windows');
  });
});

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countryFile } from '../../../../../../tools/mmdb/country-file.mjs';
import { CountryFileProblem, readCountryFile } from './country-file';

const real = fileURLToPath(new URL('../../../../../../../shared/data/geoip', import.meta.url));

describe('a country database', () => {
  const file = readCountryFile(
    countryFile({
      '81.2.69.0/24': { country: 'GB', registered: 'US' },
      '2001:218::/32': { country: 'JP' },
      '214.1.0.0/16': { registered: 'US' },
    }),
  );

  it('says where somebody is, not where the block is registered', () => {
    expect(file.countryOf('81.2.69.160')).toBe('GB');
    expect(file.countryOf('2001:218::1')).toBe('JP');
  });
  it('knows no country for a block that is only registered somewhere, and for an address it does not have', () => {
    expect([file.countryOf('214.1.1.1'), file.countryOf('1.1.1.1')]).toEqual([null, null]);
  });
  it('says what it is and when it was made', () => {
    expect([file.type, file.builtAt.toISOString()]).toEqual(['Test-Country', '2026-01-02T00:00:00.000Z']);
  });
  it.each([
    ['a text', Buffer.from('<html>login required</html>'), /no MaxMind-format database/],
    ['an empty file', Buffer.alloc(0), /no MaxMind-format database/],
    ['a database of networks', countryFile({ '1.0.0.0/8': { country: 'AU' } }, 'GeoLite2-ASN'), /knows no countries/],
    ['a file that was cut off', countryFile({ '81.2.69.0/24': { country: 'GB' } }).subarray(0, 800), /no MaxMind/],
    ['a file that lost its beginning', countryFile({ '80.0.0.0/4': { country: 'GB' } }).subarray(60), /damaged/],
  ])('refuses %s with a sentence', (_what, content, sentence) => {
    expect(() => readCountryFile(content)).toThrow(CountryFileProblem);
    expect(() => readCountryFile(content)).toThrow(sentence);
  });
});

describe.skipIf(!existsSync(real))("MaxMind's own test files", () => {
  const read = (name: string) => readCountryFile(readFileSync(join(real, 'test-data', name)));

  it.each([
    ['81.2.69.160', 'GB'],
    ['2.125.160.216', 'GB'],
    ['216.160.83.56', 'US'],
    ['89.160.20.112', 'SE'],
    ['67.43.156.1', 'BT'],
    ['2001:218::1', 'JP'],
    ['175.16.199.1', 'CN'],
    ['2a02:d500::1', null],
    ['214.1.1.1', null],
    ['1.1.1.1', null],
    ['::ffff:81.2.69.160', 'GB'],
    ['2002:5102:45a0::', 'GB'],
  ])('%s is in %s', (address, country) => {
    expect(read('GeoIP2-Country-Test.mmdb').countryOf(address)).toBe(country);
  });
  it('is refused where its node count is a lie, and where it knows no countries', () => {
    expect(() => read('GeoIP2-City-Test-Invalid-Node-Count.mmdb')).toThrow(/damaged/);
    expect(() => read('GeoLite2-ASN-Test.mmdb')).toThrow(/knows no countries/);
    expect(read('GeoIP2-City-Test-Broken-Double-Format.mmdb').countryOf('81.2.69.160')).toBe('GB');
  });
  it('never ends a process or hangs on files made to break readers', () => {
    const folder = join(real, 'bad-data');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.mmdb'));
    expect(files.length).toBeGreaterThan(5);
    const answered = files.filter((name) => statSync(join(folder, name)).isFile() && opens(join(folder, name)));
    expect(answered).toEqual([]);
  });
});

/** True for a file that was believed; a refusal that is not ours is thrown. */
function opens(path: string): boolean {
  try {
    readCountryFile(readFileSync(path));
    return true;
  } catch (error) {
    if (error instanceof CountryFileProblem) return false;
    throw error;
  }
}

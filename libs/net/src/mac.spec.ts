import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identifiesDevice,
  isLocallyAdministered,
  isMac,
  isMulticastMac,
  isVirtualRouterMac,
  normaliseMac,
} from './index';

const octets = fc.array(
  fc.integer({ min: 0, max: 255 }).map((n) => n.toString(16).padStart(2, '0')),
  { minLength: 6, maxLength: 6 },
);

describe('writing MAC addresses one way', () => {
  it.each([
    '00:0C:29:AA:10:11',
    '00-0c-29-aa-10-11',
    '000c.29aa.1011',
    '000C29AA1011',
    '000c29-aa1011',
    '0:c:29:aa:10:11',
    ' 00 0c 29 aa 10 11 ',
  ])('reads %j', (given) => {
    expect(normaliseMac(given)).toBe('00:0c:29:aa:10:11');
  });

  it.each([
    '',
    '00:0c:29:aa:10',
    '00:0c:29:aa:10:11:12',
    '00:0c-29:aa:10:11',
    'gg:0c:29:aa:10:11',
    '000c29aa101',
    '00::29:aa:10:11',
    '1.2.3.4',
  ])('refuses %j', (given) => {
    expect(isMac(given)).toBe(false);
  });

  it('gives every spelling of an address the same text', () => {
    fc.assert(
      fc.property(octets, fc.constantFrom(':', '-', '.', ' ', ''), fc.boolean(), (parts, separator, upper) => {
        const text = parts.join(separator);
        expect(normaliseMac(upper ? text.toUpperCase() : text)).toBe(parts.join(':'));
      }),
    );
  });
});

describe('what a MAC address says about its device', () => {
  it('knows made-up addresses from a vendor’s', () => {
    expect(isLocallyAdministered('02:00:5E:10:00:15')).toBe(true);
    expect(isLocallyAdministered('00:0c:29:aa:10:11')).toBe(false);
    expect(isLocallyAdministered('nonsense')).toBe(false);
  });

  it('does not take shared, group and empty addresses for a device', () => {
    expect(isVirtualRouterMac('00-00-5E-00-01-07')).toBe(true);
    expect(isVirtualRouterMac('00:00:0c:07:ac:01')).toBe(true);
    expect(isMulticastMac('ff:ff:ff:ff:ff:ff')).toBe(true);
    expect(
      ['00:00:5e:00:01:07', '00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff', '01:00:5e:00:00:fb', 'x'].filter(
        identifiesDevice,
      ),
    ).toEqual([]);
    expect(identifiesDevice('02:00:5e:10:00:15')).toBe(true);
  });
});

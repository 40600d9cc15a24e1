import { describe, expect, it } from 'vitest';
import { loadVendors, vendorLookup, vendorOf } from './oui';

describe('finding the vendor of a network card', () => {
  it('prefers the longest registered prefix', () => {
    expect(vendorLookup({ A8BB00: 'Big Block\nStreet 1' })('a8:bb:00:12:34:56')).toBe('Big Block');
    const nested = vendorLookup({ A8BB00: 'Big', A8BB001: 'Medium', A8BB00123: 'Small' });
    expect(['a8-bb-00-12-34-56', 'a8:bb:00:19:99:99', 'A8BB00FFFFFF'].map(nested)).toEqual(['Small', 'Medium', 'Big']);
  });

  it('names real vendors from the IEEE registry, without their postal address', async () => {
    expect(await vendorOf('00:0C:29:AA:10:11')).toBe('VMware, Inc.');
    expect(await vendorOf('00-11-32-5c-20-12')).toBe('Synology Incorporated');
  });

  it('claims no vendor for a made-up address or for something else', async () => {
    const lookup = await loadVendors();
    expect(['02:00:5e:10:00:15', 'not a mac', ''].map(lookup)).toEqual([null, null, null]);
  });

  it('reads the registry once', () => {
    expect(loadVendors()).toBe(loadVendors());
  });
});

import { describe, expect, it } from 'vitest';
import { isAssetType } from '../asset-types';
import { deviceTypeKey, deviceTypeSlug } from '../device-types';
import { CATALOGUE, expandPorts } from './index';

const PORT_TYPES = [
  '100base-tx',
  '1000base-t',
  '2.5gbase-t',
  '5gbase-t',
  '10gbase-t',
  '1000base-x-sfp',
  '10gbase-x-sfpp',
  '25gbase-x-sfp28',
  '40gbase-x-qsfpp',
  '100gbase-x-qsfp28',
  'ieee802.11n',
  'ieee802.11ac',
  'ieee802.11ax',
];

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

describe('the catalogue of common models', () => {
  it('knows some 150 models of at least 25 makers', () => {
    expect(CATALOGUE.length).toBeGreaterThanOrEqual(150);
    expect(new Set(CATALOGUE.map((model) => model.manufacturer)).size).toBeGreaterThanOrEqual(25);
  });

  it('lists no model twice, by name, slug or part number', () => {
    expect(repeated(CATALOGUE.map(deviceTypeKey))).toEqual([]);
    expect(repeated(CATALOGUE.map((model) => deviceTypeSlug(model.manufacturer, model.model)))).toEqual([]);
    expect(repeated(CATALOGUE.flatMap((model) => model.partNumber ?? []))).toEqual([]);
  });

  it('uses only asset types that exist', () => {
    expect(CATALOGUE.filter((model) => !isAssetType(model.assetType))).toEqual([]);
  });

  it('gives heights that fit a rack, and depth only to what stands in one', () => {
    const odd = CATALOGUE.filter(({ uHeight, assetType }) => {
      const most = assetType === 'rack' ? 48 : 5;
      return uHeight < 0 || uHeight > most || (uHeight * 2) % 1 !== 0;
    });
    expect(odd).toEqual([]);
    expect(CATALOGUE.filter((model) => model.isFullDepth && model.uHeight === 0)).toEqual([]);
    const worn = ['laptop', 'tablet', 'mobile', 'phone', 'wireless_ap', 'security_camera', 'printer'];
    expect(CATALOGUE.filter((model) => worn.includes(model.assetType) && model.uHeight !== 0)).toEqual([]);
  });

  it('states power only in believable watts', () => {
    const stated = CATALOGUE.flatMap((model) => model.maxWatts ?? []);
    expect(stated.filter((watts) => watts < 1 || watts > 6_000)).toEqual([]);
  });

  it('counts out ports with known types and different names', () => {
    const ports = CATALOGUE.map(expandPorts);
    expect(
      new Set(
        ports
          .flat()
          .map((port) => port.type)
          .filter((type) => !PORT_TYPES.includes(type)),
      ),
    ).toEqual(new Set());
    expect(ports.flatMap((list) => repeated(list.map((port) => port.name)))).toEqual([]);
    expect(ports.flat().filter((port) => port.name === '' || /[{}]/.test(port.name))).toEqual([]);
  });
});

describe('counting out ports', () => {
  it('reads ranges, roles and single ports', () => {
    const ports = ['ge-0/0/{0-1} 1000base-t pse', 'me0 1000base-t mgmt', 'a{9-10}b 10gbase-t'];
    expect(expandPorts({ ports }).map((port) => [port.name, port.poeMode, port.mgmtOnly])).toEqual([
      ['ge-0/0/0', 'pse', false],
      ['ge-0/0/1', 'pse', false],
      ['me0', null, true],
      ['a9b', null, false],
      ['a10b', null, false],
    ]);
  });

  it('does not guess at a pattern it cannot read', () => {
    expect(() => expandPorts({ ports: ['ge-0/0/0'] })).toThrow('"ge-0/0/0" is not a port pattern');
  });
});

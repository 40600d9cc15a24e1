import { describe, expect, it } from 'vitest';
import { readDeviceType } from './index';

const head = 'manufacturer: Northwind\nmodel: NW-24\n';

function read(yaml: string) {
  const reading = readDeviceType(yaml, 'Northwind/NW-24.yaml');
  if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
  return reading;
}

function errorsOf(yaml: string) {
  const reading = readDeviceType(yaml, 'Northwind/NW-24.yaml');
  return 'errors' in reading ? reading.errors.map(({ pointer, code }) => ({ pointer, code })) : [];
}

function warningsOf(yaml: string) {
  return read(yaml).warnings.map(({ pointer, code }) => ({ pointer, code }));
}

describe('reading a device type', () => {
  it('fills in one full-depth unit and a slug when the file is silent', () => {
    expect(read(head).ok).toMatchObject({
      manufacturer: 'Northwind',
      model: 'NW-24',
      slug: 'northwind-nw-24',
      uHeight: 1,
      isFullDepth: true,
      airflow: null,
      interfaces: [],
      extra: {},
    });
  });

  it('keeps a device and its plus model apart', () => {
    const plus = read('manufacturer: Northwind\nmodel: NW-24+\n').ok.slug;
    expect([plus, read(head).ok.slug]).toEqual(['northwind-nw-24-plus', 'northwind-nw-24']);
  });

  it('keeps unquoted names as they are written', () => {
    const yaml = `manufacturer: Northwind
model: 1e3
part_number: 0042
rear-ports:
  - { name: 08, type: 8p8c, color: 000000 }
  - { name: no, type: 8p8c, label: 0x1F }
front-ports:
  - name: 08
    type: 8p8c
    rear_port: 08
module-bays:
  - { name: Slot 1, position: 01 }
`;
    const { ok, warnings } = read(yaml);
    expect(warnings).toEqual([]);
    expect(ok).toMatchObject({ model: '1e3', partNumber: '0042', moduleBays: [{ position: '01' }] });
    expect(ok.rearPorts).toMatchObject([
      { name: '08', color: '000000' },
      { name: 'no', label: '0x1F' },
    ]);
    expect(ok.frontPorts).toMatchObject([{ name: '08', rearPort: '08', rearPortPosition: 1 }]);
  });

  it('reads interfaces with their power over Ethernet and management role', () => {
    const yaml = `${head}interfaces:
  - { name: ge-0/0/0, type: 1000base-t, poe_mode: pse, poe_type: type2-ieee802.3at }
  - { name: me0, type: 1000base-t, mgmt_only: true, enabled: false }
`;
    expect(read(yaml).ok.interfaces).toMatchObject([
      { name: 'ge-0/0/0', poeMode: 'pse', poeType: 'type2-ieee802.3at', mgmtOnly: false, enabled: true },
      { name: 'me0', poeMode: null, mgmtOnly: true, enabled: false },
    ]);
  });

  it('accepts zero and half units but not a third of one', () => {
    expect(read(`${head}u_height: 0`).ok.uHeight).toBe(0);
    expect(read(`${head}u_height: 1.5`).ok.uHeight).toBe(1.5);
    expect(errorsOf(`${head}u_height: 1.3`)).toEqual([{ pointer: '/u_height', code: 'field.invalid' }]);
    expect(errorsOf(`${head}u_height: -1`)).toEqual([{ pointer: '/u_height', code: 'field.invalid' }]);
  });
});

describe('references inside a device type', () => {
  it('reports an outlet whose power port does not exist and leaves it unconnected', () => {
    const yaml = `${head}power-ports:
  - { name: PSU1, type: iec-60320-c14 }
power-outlets:
  - { name: Outlet 1, type: iec-60320-c13, power_port: PSU1, feed_leg: A }
  - { name: Outlet 2, type: iec-60320-c13, power_port: PSU2 }
`;
    expect(warningsOf(yaml)).toEqual([{ pointer: '/power-outlets/1/power_port', code: 'reference.dangling' }]);
    expect(read(yaml).ok.powerOutlets.map((outlet) => outlet.powerPort)).toEqual(['PSU1', '']);
  });

  it('reports a front port that leads nowhere, past the last position or to a taken one', () => {
    const yaml = `${head}rear-ports:
  - { name: R1, type: lc, positions: 2 }
front-ports:
  - { name: F1, type: lc, rear_port: R1, rear_port_position: 1 }
  - { name: F2, type: lc, rear_port: R1, rear_port_position: 3 }
  - { name: F3, type: lc, rear_port: R1, rear_port_position: 1 }
  - { name: F4, type: lc, rear_port: R9 }
`;
    expect(warningsOf(yaml)).toEqual([
      { pointer: '/front-ports/1/rear_port', code: 'reference.position' },
      { pointer: '/front-ports/2/rear_port', code: 'reference.taken' },
      { pointer: '/front-ports/3/rear_port', code: 'reference.dangling' },
    ]);
  });

  it('understands the newest spelling that pairs the ports in a list of its own', () => {
    const yaml = `${head}rear-ports:
  - { name: 07, type: lc, positions: 2 }
front-ports:
  - { name: 01, type: lc }
port-mappings:
  - { front_port: 01, rear_port: 07, rear_port_position: 2 }
  - { front_port: 99, rear_port: 07 }
`;
    expect(read(yaml).ok.frontPorts).toMatchObject([{ name: '01', rearPort: '07', rearPortPosition: 2 }]);
    expect(warningsOf(yaml)).toEqual([{ pointer: '/port-mappings/1/front_port', code: 'reference.dangling' }]);
  });
});

describe('a device type with flaws', () => {
  it('keeps unknown fields aside and says so', () => {
    const yaml = `${head}a/b: 1\nconsole-ports:\n  - { name: con0, type: rj-45, mgmt_only: true }\n`;
    expect(warningsOf(yaml)).toEqual([
      { pointer: '/console-ports/0/mgmt_only', code: 'field.unknown' },
      { pointer: '/a~1b', code: 'field.unknown' },
    ]);
    expect(read(yaml).ok).toMatchObject({ extra: { 'a/b': 1 }, consolePorts: [{ extra: { mgmt_only: true } }] });
  });

  it('sets an optional value aside that it does not understand', () => {
    const yaml = `${head}airflow: sideways\nweight: heavy\n`;
    expect(read(yaml).ok).toMatchObject({
      airflow: null,
      weight: null,
      extra: { airflow: 'sideways', weight: 'heavy' },
    });
    expect(warningsOf(yaml).map((warning) => warning.pointer)).toEqual(['/airflow', '/weight']);
  });

  it('names each missing or repeated field by its place', () => {
    const yaml = `manufacturer: Northwind\ninterfaces:\n  - { name: a, type: lag }\n  - { name: a, type: lag }\n  - { name: b }\n  - c\n`;
    expect(errorsOf(yaml)).toEqual([
      { pointer: '/interfaces/2/type', code: 'field.required' },
      { pointer: '/interfaces/3', code: 'entry.invalid' },
      { pointer: '/interfaces/1/name', code: 'name.duplicate' },
      { pointer: '/model', code: 'field.required' },
    ]);
  });

  it('replaces a slug that cannot be an address', () => {
    expect(read(`${head}slug: ../etc`).ok.slug).toBe('northwind-nw-24');
    expect(warningsOf(`${head}slug: ../etc`)).toEqual([{ pointer: '/slug', code: 'slug.invalid' }]);
    expect(read(`${head}slug: nw_24`).ok.slug).toBe('nw_24');
  });

  it.each([
    ['broken YAML', 'manufacturer: [', 'yaml.invalid'],
    ['a repeated key', 'model: A\nmodel: B\n', 'yaml.invalid'],
    ['a list instead of a device', '- a\n- b\n', 'yaml.not_a_map'],
    ['an empty file', '', 'yaml.not_a_map'],
    ['two documents', 'model: A\n---\nmodel: B\n', 'yaml.invalid'],
    ['bytes that are not UTF-8', 'manufacturer: Caf\uFFFD\n', 'file.not_utf8'],
    ['an alias bomb', aliasBomb(), 'yaml.refused'],
    ['endless nesting', `model: ${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'yaml.invalid'],
    ['a huge file', `# ${'x'.repeat(1_000_001)}`, 'file.too_large'],
  ])('refuses %s', (_, yaml, code) => {
    expect(errorsOf(yaml)).toEqual([{ pointer: '', code }]);
  });

  it('says in which file and line the YAML breaks', () => {
    const reading = readDeviceType('manufacturer: N\nmodel: "open\n', 'N/x.yaml');
    expect('errors' in reading && reading.errors[0]?.detail).toMatch(/^N\/x\.yaml: .+ line \d+/);
  });

  it('is not fooled by keys that look like JavaScript', () => {
    const { ok } = read(`${head}__proto__: { polluted: true }\nconstructor: 1\n`);
    expect(Object.keys(ok.extra).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

function aliasBomb(): string {
  const rows = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(12).fill(`*l${i}`).join(', ')}]`);
  return `l0: &l0 [x, x]\n${rows.join('\n')}\n`;
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadVendors } from '@st0r/net/oui';
import { readNmapXml, type FoundHost } from '../nmap';
import { reconcile, type KnownDevice, type Proposal } from './index';
import { accept, aDevice, aHost, aScan, BEFORE, openPorts, SCANNED_AT } from './scan.builders.fixture';

const fixtures = fileURLToPath(new URL('../../../../test/fixtures/nmap/', import.meta.url));
const MAC = '00:0c:29:aa:10:11';
const OTHER_MAC = '00:11:32:5c:20:12';

function only(devices: KnownDevice[], hosts: FoundHost[]): Proposal {
  const [proposal, ...rest] = reconcile({ devices, scan: aScan(hosts) });
  if (!proposal || rest.length > 0) throw new Error(`expected one proposal, got ${rest.length + (proposal ? 1 : 0)}`);
  return proposal;
}
const changes = (proposal: Proposal): unknown =>
  Object.fromEntries(proposal.diffs.map((diff) => [diff.field, diff.proposed]));

describe('finding the record of a scanned device', () => {
  it('goes by MAC first, however it is written, and notes the new address', () => {
    const device = aDevice({ interfaces: [{ mac: '00-0C-29-AA-10-11', ips: ['10.0.0.5'], source: 'scan' }] });
    const proposal = only([device], [aHost({ mac: MAC, ips: ['10.0.0.9'] })]);
    expect(proposal).toMatchObject({
      kind: 'update',
      deviceId: 'd1',
      deviceVersion: 1,
      matchedBy: 'mac',
      key: `mac:${MAC}`,
    });
    expect(proposal.diffs).toEqual([
      { field: 'ips', interfaceIndex: 0, recorded: ['10.0.0.5'], found: ['10.0.0.9'], proposed: ['10.0.0.9'] },
    ]);
  });

  it('keeps an address that a person recorded beside the one found', () => {
    const device = aDevice({ interfaces: [{ mac: MAC, ips: ['10.0.0.5'] }] });
    expect(changes(only([device], [aHost({ mac: MAC, ips: ['10.0.0.9'] })]))).toEqual({
      ips: ['10.0.0.5', '10.0.0.9'],
    });
  });

  it('goes by address next and fills in the MAC', () => {
    const device = aDevice({ interfaces: [{ ips: ['2001:DB8:0::5'] }] });
    const proposal = only([device], [aHost({ mac: MAC, ips: ['2001:db8::5'] })]);
    expect([proposal.kind, proposal.matchedBy, changes(proposal)]).toEqual(['update', 'ip', { mac: MAC }]);
  });

  it('goes by host name last, short or full', () => {
    const device = aDevice({ hostname: 'NAS', interfaces: [{ ips: ['10.0.0.5'], source: 'scan' }] });
    const proposal = only(
      [device],
      [aHost({ ips: ['10.0.0.7'], hostnames: [{ name: 'nas.client.example.', type: 'PTR' }] })],
    );
    expect([proposal.kind, proposal.matchedBy, changes(proposal)]).toEqual([
      'update',
      'hostname',
      { ips: ['10.0.0.7'] },
    ]);
  });

  it('trusts no name that several found devices carry, nor localhost', () => {
    const device = aDevice({ hostname: 'localhost' });
    const host = (ip: string, name: string): FoundHost => aHost({ ips: [ip], hostnames: [{ name, type: 'PTR' }] });
    const kinds = (name: string, ...ips: string[]): string[] =>
      reconcile({
        devices: [device, aDevice({ id: 'd2', hostname: 'twin' })],
        scan: aScan(ips.map((ip) => host(ip, name))),
      }).map(({ kind }) => kind);
    expect(kinds('localhost', '10.0.0.1')).toEqual(['new']);
    expect(kinds('twin', '10.0.0.1', '10.0.0.2')).toEqual(['new', 'new']);
  });

  it('gives a device with two network cards one proposal', () => {
    const device = aDevice({
      interfaces: [
        { mac: MAC, ips: ['10.0.0.5'] },
        { mac: OTHER_MAC, ips: [] },
      ],
    });
    const proposal = only(
      [device],
      [aHost({ mac: MAC, ips: ['10.0.0.5'] }), aHost({ mac: OTHER_MAC, ips: ['10.0.0.6'] })],
    );
    expect(proposal.diffs).toEqual([
      { field: 'ips', interfaceIndex: 1, recorded: [], found: ['10.0.0.6'], proposed: ['10.0.0.6'] },
    ]);
  });
});

describe('leaving conflicts to a person', () => {
  it('calls the same address on another MAC a conflict', () => {
    const device = aDevice({ interfaces: [{ mac: MAC, ips: ['10.0.0.5'] }] });
    const proposal = only([device], [aHost({ mac: OTHER_MAC, ips: ['10.0.0.5'] })]);
    expect(proposal).toMatchObject({ kind: 'conflict', conflict: 'mac-differs', deviceId: 'd1', matchedBy: 'ip' });
    expect(proposal.diffs[0]).toMatchObject({ field: 'mac', recorded: MAC, found: OTHER_MAC, proposed: OTHER_MAC });
  });

  it('sees a swap of addresses, not a conflict, when both devices answered', () => {
    const devices = [
      aDevice({ id: 'a', interfaces: [{ mac: MAC, ips: ['10.0.0.5'], source: 'scan' }] }),
      aDevice({ id: 'b', interfaces: [{ mac: OTHER_MAC, ips: ['10.0.0.6'], source: 'scan' }] }),
    ];
    const swapped = reconcile({
      devices,
      scan: aScan([aHost({ mac: OTHER_MAC, ips: ['10.0.0.5'] }), aHost({ mac: MAC, ips: ['10.0.0.6'] })]),
    });
    expect(swapped.map(({ deviceId, kind }) => [deviceId, kind])).toEqual([
      ['b', 'update'],
      ['a', 'update'],
    ]);
    const newcomer = reconcile({
      devices: devices.slice(0, 1),
      scan: aScan([aHost({ mac: '00:1b:a9:33:44:14', ips: ['10.0.0.5'] }), aHost({ mac: MAC, ips: ['10.0.0.7'] })]),
    });
    expect(newcomer.map(({ kind }) => kind)).toEqual(['new', 'update']);
  });

  it('names the records between which it cannot choose', () => {
    const devices = ['a', 'b'].map((id) => aDevice({ id, interfaces: [{ ips: ['10.0.0.5'] }] }));
    expect(only(devices, [aHost({ ips: ['10.0.0.5'] })])).toMatchObject({
      kind: 'conflict',
      conflict: 'ambiguous',
      candidates: ['a', 'b'],
    });
    const named = [
      ...devices.slice(0, 1),
      aDevice({ id: 'c', hostname: 'c', interfaces: [{ ips: ['10.0.0.5'] }], lastSeenAt: null }),
    ];
    const host = aHost({ ips: ['10.0.0.5'], hostnames: [{ name: 'c', type: 'PTR' }] });
    expect(reconcile({ devices: named, scan: aScan([host]) })[0]).toMatchObject({ kind: 'unchanged', deviceId: 'c' });
  });

  it('notices two devices answering on one address, and a name on another MAC', () => {
    const twice = reconcile({
      devices: [],
      scan: aScan([aHost({ mac: MAC, ips: ['10.0.0.5'] }), aHost({ mac: OTHER_MAC, ips: ['10.0.0.5'] })]),
    });
    expect(twice.map(({ conflict }) => conflict)).toEqual(['address-shared', 'address-shared']);
    const device = aDevice({ hostname: 'pc1', interfaces: [{ mac: MAC, ips: ['10.0.0.5'] }] });
    const renamed = only(
      [device],
      [aHost({ mac: OTHER_MAC, ips: ['10.0.0.6'], hostnames: [{ name: 'pc1', type: 'PTR' }] })],
    );
    expect(renamed).toMatchObject({ kind: 'conflict', conflict: 'hostname-reused', deviceId: 'd1' });
  });
});

describe('respecting what people recorded', () => {
  const found = aHost({
    mac: MAC,
    ips: ['10.0.0.5'],
    vendor: 'VMware',
    hostnames: [{ name: 'app.client.example', type: 'PTR' }],
    os: { name: 'Linux 5.0', accuracy: 95 },
  });
  const interfaces = [{ mac: MAC, ips: ['10.0.0.5'] }];

  it('fills empty fields', () => {
    const proposal = only([aDevice({ interfaces })], [found]);
    expect(changes(proposal)).toEqual({ hostname: 'app.client.example', manufacturer: 'VMware', os: 'Linux 5.0' });
  });

  it('never overwrites a value written by hand or import, but shows that it differs', () => {
    const device = aDevice({
      interfaces,
      hostname: 'db',
      manufacturer: 'Dell',
      os: 'Windows Server 2022',
      osSource: 'import',
    });
    const proposal = only([device], [found]);
    expect([proposal.kind, proposal.diffs]).toEqual(['unchanged', []]);
    expect(proposal.kept.map(({ field, recorded, proposed }) => [field, recorded, proposed])).toEqual([
      ['hostname', 'db', 'db'],
      ['manufacturer', 'Dell', 'Dell'],
      ['os', 'Windows Server 2022', 'Windows Server 2022'],
    ]);
  });

  it('updates what an earlier scan wrote, unless this scan is the older one', () => {
    const device = aDevice({
      interfaces,
      hostname: 'app',
      manufacturer: 'VMware, Inc.',
      os: 'Linux 4.4',
      osSource: 'scan',
    });
    expect(changes(only([device], [found]))).toEqual({ os: 'Linux 5.0' });
    const seenLater = { ...device, lastSeenAt: new Date('2026-04-01T00:00:00Z') };
    expect(only([seenLater], [found]).kind).toBe('unchanged');
  });

  it('does not believe a weak operating system guess', () => {
    expect(
      changes(
        only(
          [aDevice({ interfaces })],
          [aHost({ mac: MAC, ips: ['10.0.0.5'], os: { name: 'Linux 2.6', accuracy: 70 } })],
        ),
      ),
    ).toEqual({});
  });
});

describe('putting the records of one scan together', () => {
  it('collapses a device that was listed twice, with and without its MAC', () => {
    const hosts = [
      aHost({ mac: MAC, ips: ['10.0.0.5'], ports: openPorts(22) }),
      aHost({ ips: ['10.0.0.5'], ports: openPorts(80), hostnames: [{ name: 'web', type: 'PTR' }] }),
      aHost({ mac: MAC, ips: ['10.0.0.6'] }),
    ];
    const proposal = only([], hosts);
    expect(proposal).toMatchObject({ kind: 'new', key: `mac:${MAC}`, suggestedName: 'web', suggestedType: 'server' });
    expect(proposal.host?.interfaces).toEqual([{ mac: MAC, ips: ['10.0.0.5', '10.0.0.6'] }]);
    expect(proposal.host?.ports.map(({ port }) => port)).toEqual([22, 80]);
  });

  it('keeps addresses behind a shared MAC apart: router redundancy and proxy ARP', () => {
    const virtual = ['10.0.0.1', '10.0.1.1'].map((ip) => aHost({ mac: '00:00:5e:00:01:0a', ips: [ip] }));
    const proxied = Array.from({ length: 9 }, (_, i) => aHost({ mac: MAC, ips: [`10.0.2.${i}`] }));
    const proposals = reconcile({ devices: [], scan: aScan([...virtual, ...proxied]) });
    expect(proposals.map(({ key }) => key).slice(0, 3)).toEqual(['ip:10.0.0.1', 'ip:10.0.1.1', 'ip:10.0.2.0']);
    expect(proposals).toHaveLength(11);
    expect(proposals[0]?.host?.sharedMac).toBe('00:00:5e:00:01:0a');
  });

  it('gives every device a key to select it by, also without MAC', () => {
    const hosts = [aHost({ ips: ['10.0.0.1'] }), aHost({ mac: MAC, ips: ['10.0.0.2'] })];
    expect(reconcile({ devices: [], scan: aScan(hosts) }).map(({ key }) => key)).toEqual(['ip:10.0.0.1', `mac:${MAC}`]);
  });

  it('leaves out hosts that did not answer', () => {
    const silent = [
      aHost({ state: 'down', ips: ['10.0.0.1'] }),
      aHost({ reason: 'user-set', ips: ['10.0.0.2'] }),
      aHost({ state: 'unknown', ips: ['10.0.0.3'] }),
    ];
    expect(reconcile({ devices: [], scan: aScan(silent) })).toEqual([]);
  });
});

describe('noticing devices that no longer answer', () => {
  const gone = aDevice({ interfaces: [{ mac: MAC, ips: ['10.0.0.5'] }] });
  const kinds = (device: KnownDevice, args: string, complete = true): string[] =>
    reconcile({ devices: [device], scan: { ...aScan([], args), complete } }).map(({ kind }) => kind);

  it.each([
    'nmap 10.0.0.0/24',
    'nmap -p 22 10.0.0.1-9',
    'nmap 10.0.0.*',
    'nmap 10.0.0,1.4,5',
    'nmap host.example\nnmap 10.0.0.5',
  ])('misses it in %j', (args) => {
    expect(kinds(gone, args)).toEqual(['vanished']);
  });

  it.each([
    'nmap 10.0.1.0/24',
    'nmap 10.0.0.6-9',
    'nmap --open 10.0.0.0/24',
    'nmap --exclude 10.0.0.5 10.0.0.0/24',
    'nmap -S 10.0.0.5 10.0.1.1',
    'nmap -iL list',
    '',
  ])('does not expect it in %j', (args) => {
    expect(kinds(gone, args)).toEqual([]);
  });

  it('takes a host listed as down for missing', () => {
    const scan = aScan([aHost({ state: 'down', reason: 'no-response', ips: ['10.0.0.5'] })], 'nmap -iL list -v');
    expect(reconcile({ devices: [gone], scan })[0]).toMatchObject({
      kind: 'vanished',
      deviceId: 'd1',
      key: 'device:d1',
    });
  });

  it('says nothing from a cut-off scan, about a device never scanned, or one seen since', () => {
    expect(kinds(gone, 'nmap 10.0.0.0/24', false)).toEqual([]);
    expect(kinds({ ...gone, lastSeenAt: null }, 'nmap 10.0.0.0/24')).toEqual([]);
    expect(kinds({ ...gone, lastSeenAt: SCANNED_AT }, 'nmap 10.0.0.0/24')).toEqual([]);
    expect(kinds({ ...gone, vanishedAt: BEFORE }, 'nmap 10.0.0.0/24')).toEqual([]);
  });

  it('welcomes it back', () => {
    const proposal = only([{ ...gone, vanishedAt: BEFORE }], [aHost({ mac: MAC, ips: ['10.0.0.5'] })]);
    expect([proposal.kind, changes(proposal)]).toEqual(['update', { vanishedAt: null }]);
  });
});

describe('importing the same scan twice', () => {
  it.each([
    'sn-host-discovery-arp.xml',
    'O-os-detection.xml',
    'A-full.xml',
    'append-output-two-documents.xml',
    'killed-sigkill-partial.xml',
  ])('changes nothing the second time: %s', async (file) => {
    const scan = await readNmapXml(readFileSync(fixtures + file));
    const vendorOf = await loadVendors();
    const first = reconcile({ devices: [], scan, vendorOf });
    expect(first.map(({ kind }) => kind)).toEqual(scan.hosts.map(() => 'new'));
    const recorded = accept([], first);
    const second = reconcile({ devices: recorded, scan, vendorOf });
    expect(second.map(({ kind }) => kind)).toEqual(scan.hosts.map(() => 'unchanged'));
    expect(accept(recorded, second)).toEqual(recorded);
  });

  const mac = fc.option(
    fc.constantFrom(MAC, OTHER_MAC, '24:a4:3c:10:22:13', '02:00:5e:10:00:15', '00:00:5e:00:01:01'),
    { nil: undefined },
  );
  const ips = fc.uniqueArray(fc.constantFrom('10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', 'fd00::1'), {
    maxLength: 2,
  });
  const name = fc.option(fc.constantFrom('nas', 'nas.lan', 'pc1', 'localhost'), { nil: undefined });
  const source = fc.constantFrom('hand' as const, 'scan' as const, undefined);
  const host = fc.record({ mac, ips, name, down: fc.nat(4), os: fc.boolean() }).map(({ mac, ips, name, down, os }) =>
    aHost({
      mac,
      // A scanner sees several addresses as one host only by their MAC.
      ips: mac && !mac.startsWith('00:00:5e') ? ips : ips.slice(0, 1),
      state: down === 0 ? 'down' : 'up',
      hostnames: name ? [{ name, type: 'PTR' }] : [],
      os: os ? { name: 'Linux 5.0', accuracy: 90 } : undefined,
    }),
  );
  const device = fc.record({
    interfaces: fc.array(fc.record({ mac, ips, source }), { maxLength: 2 }),
    hostname: name,
    osSource: source,
    seen: fc.boolean(),
  });

  it('settles whatever was recorded and found: what is left needs a person to choose', () => {
    fc.assert(
      fc.property(fc.array(device, { maxLength: 4 }), fc.array(host, { maxLength: 5 }), (records, hosts) => {
        let devices = records.map(({ seen, ...record }, i) =>
          aDevice({ ...record, id: `d${i}`, lastSeenAt: seen ? BEFORE : null }),
        );
        const scan = aScan(hosts);
        for (let round = 0; round < 6; round += 1) devices = accept(devices, reconcile({ devices, scan }));
        const left = reconcile({ devices, scan }).filter(
          ({ kind, conflict }) => kind !== 'unchanged' && conflict !== 'ambiguous',
        );
        expect(left).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a large client', () => {
  it('finds 256 hosts among 5,000 records', () => {
    const macOf = (i: number): string =>
      `00:0c:29:00:${(i >> 8).toString(16).padStart(2, '0')}:${(i & 255).toString(16).padStart(2, '0')}`;
    const ipOf = (i: number): string => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
    const devices = Array.from({ length: 5000 }, (_, i) =>
      aDevice({ id: `d${i}`, interfaces: [{ mac: macOf(i), ips: [ipOf(i)] }] }),
    );
    const hosts = Array.from({ length: 256 }, (_, i) => aHost({ mac: macOf(i + 4900), ips: [ipOf(i + 4900)] }));
    const proposals = reconcile({ devices, scan: aScan(hosts, 'nmap 10.0.19.0/24') });
    const count = (kind: string): number => proposals.filter((proposal) => proposal.kind === kind).length;
    // 10.0.19.0/24 holds records 4864 to 4999; the scan met 4900 and later.
    expect([count('unchanged'), count('new'), count('vanished'), count('conflict')]).toEqual([100, 156, 36, 0]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readNmapXml, type ScanDocument } from './index';

const folder = fileURLToPath(new URL('../../../../../../../shared/data/nmap/', import.meta.url));
const read = (name: string): Promise<ScanDocument> => readNmapXml(readFileSync(folder + name));
const sampled = (names: string[][]): string[][] => names.filter(([name]) => existsSync(folder + String(name)));
const xmlFiles = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
  : [];

describe.skipIf(!existsSync(folder))('scans collected from many tools and years', () => {
  it('all read, with as many addressed hosts as they hold, or are refused by name', async () => {
    expect(xmlFiles.length).toBeGreaterThan(30);
    for (const name of xmlFiles) {
      const text = readFileSync(folder + name, 'utf8');
      // One sample has the word "IP" where an address was; nothing could tell such a host from others, so it is left out.
      const anonymous = text.split('addr="IP"').length - 1;
      const hosts = text.split('</host>').length - 1 - anonymous;
      const outcome = await read(name).then(
        (found) => found.hosts.length,
        (error: { code?: string }) => error.code,
      );
      const expected = /defused_et|invalid\.xml/.test(name)
        ? expect.stringMatching(/^scan\.(not-nmap|entities-refused)$/)
        : hosts;
      expect([name, outcome]).toEqual([name, expected]);
    }
  });

  it.each(
    sampled([
      ['nmap-ndiff/random-1.xml', '55'],
      ['nmap-ndiff/random-2.xml', '61'],
      ['python-libnmap/full_sudo6.xml', '4'],
      ['python-libnmap/fullscan.xml', '2'],
      ['python-libnmap/os_scan5.xml', '4'],
      ['python-libnmap/os_scan6.xml', '3'],
      ['generated-nmap-7.93/sn-host-discovery-arp.xml', '6'],
    ]),
  )('%s has %s hosts that are up', async (name, up) => {
    const found = await read(String(name));
    expect(found.complete).toBe(true);
    expect(found.hosts.filter((host) => host.state === 'up')).toHaveLength(Number(up));
  });

  it.runIf(existsSync(`${folder}python-libnmap/os_scan5.xml`))(
    'finds the system class where nmap 5 wrote it',
    async () => {
      const found = await read('python-libnmap/os_scan5.xml');
      expect(found.hosts.flatMap((host) => host.os?.family ?? [])).not.toEqual([]);
    },
  );

  it.runIf(existsSync(`${folder}ullaakut/scan_invalid_services.xml`))(
    'reads hosts without address type, protocol and status',
    async () => {
      const found = await read('ullaakut/scan_invalid_services.xml');
      expect(found.hosts.map((host) => host.ips[0])).toEqual([
        '66.35.250.168',
        '66.35.250.169',
        '66.35.250.170',
        '66.35.250.171',
      ]);
      expect(found.hosts[0]?.ports.map((port) => `${port.protocol}/${port.port} ${port.state}`)).toEqual([
        'tcp/80 open',
        'tcp/443 open',
      ]);
    },
  );
});

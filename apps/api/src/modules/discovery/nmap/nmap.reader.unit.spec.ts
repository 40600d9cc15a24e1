import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NmapReadError, readNmapXml, type ScanDocument } from './index';

const fixtures = fileURLToPath(new URL('../../../../test/fixtures/nmap/', import.meta.url));
const fixture = (name: string): Buffer => readFileSync(fixtures + name);
const read = (xml: string | Uint8Array, maxBytes?: number): Promise<ScanDocument> =>
  readNmapXml(typeof xml === 'string' ? Buffer.from(xml) : xml, {
    maxBytes,
    receivedAt: new Date('2026-01-01T00:00:00Z'),
  });
const refusal = async (xml: string | Uint8Array, maxBytes?: number): Promise<string> => {
  const error = await read(xml, maxBytes).catch((caught: unknown) => caught);
  if (!(error instanceof NmapReadError)) throw new Error(`expected a refusal, got ${JSON.stringify(error)}`);
  expect(error.detail).toMatch(/^[A-Z].*\.$/);
  return error.code;
};
const scan = (hosts: string): string =>
  `<?xml version="1.0"?><!DOCTYPE nmaprun><nmaprun scanner="nmap" args="nmap 10.0.0.0/24" start="1700000000">${hosts}</nmaprun>`;

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('reading a scan made by nmap', () => {
  it('lists hosts with canonical addresses and vendors, and counts no hint as a host', async () => {
    const found = await read(fixture('sn-host-discovery-arp.xml'));
    expect(found).toMatchObject({ scanner: 'nmap', complete: true, documents: 1, warnings: [] });
    expect(found.args).toMatch(/^nmap --system-dns -n -sn .* 192\.168\.50\.0\/28$/);
    expect(found.startedAt).toEqual(new Date(1795294109_000));
    expect(found.hosts).toHaveLength(6);
    expect(found.hosts[0]).toMatchObject({
      state: 'up',
      reason: 'arp-response',
      ips: ['192.168.50.11'],
      mac: '00:0c:29:aa:10:11',
      vendor: 'VMware',
    });
    const madeUp = found.hosts.find((host) => host.mac?.startsWith('02:'));
    expect(madeUp?.vendor).toBeUndefined();
    // The scanning machine has no MAC in its own scan.
    expect(found.hosts.filter((host) => !host.mac).map((host) => host.ips)).toEqual([['192.168.50.1']]);
    expect((await read(fixture('O-os-detection.xml'))).hosts).toHaveLength(3);
  });

  it('reads ports, probed services and the best operating system guess', async () => {
    const [host] = (await read(fixture('A-full.xml'))).hosts;
    expect(host?.ports).toEqual([
      {
        protocol: 'tcp',
        port: 80,
        state: 'open',
        service: {
          name: 'http',
          product: 'SimpleHTTPServer',
          version: '0.6',
          extra: 'Python 3.11.7',
          method: 'probed',
          cpe: ['cpe:/a:python:simplehttpserver:0.6'],
        },
      },
      { protocol: 'tcp', port: 443, state: 'closed', service: { name: 'https', method: 'table', cpe: [] } },
    ]);
    expect(host?.os).toEqual({
      name: 'Linux 5.3 - 5.4',
      accuracy: 96,
      family: 'Linux',
      vendor: 'Linux',
      generation: '5.X',
      type: 'general purpose',
    });
    expect(host?.lastSeenAt).toEqual(new Date(1795294158_000));
  });

  it('knows SCTP ports, IP protocols and hosts that timed out', async () => {
    expect((await read(fixture('sY-sctp.xml'))).hosts[0]?.ports.map((port) => `${port.protocol}/${port.port}`)).toEqual(
      ['sctp/9', 'sctp/2905'],
    );
    expect((await read(fixture('sO-ip-protocol.xml'))).hosts[0]?.ports[0]).toMatchObject({
      protocol: 'ip',
      port: 1,
      state: 'open',
    });
    expect((await read(fixture('host-timeout.xml'))).hosts[0]).toMatchObject({ timedOut: true, ports: [] });
  });

  it('says that a stopped or killed scan is partial and keeps the finished hosts', async () => {
    const stopped = await read(fixture('interrupted-sigint.xml'));
    expect(stopped).toMatchObject({ complete: false, documents: 1, hosts: [] });
    expect(stopped.warnings).toEqual([
      'The scan did not run to its end; only finished hosts are listed. 5 more hosts had answered but were not finished.',
    ]);
    const killed = await read(fixture('killed-sigkill-partial.xml'));
    expect(killed.complete).toBe(false);
    expect(killed.hosts).toHaveLength(2);
  });

  it('reads a file cut anywhere: only whole hosts, never a half one', async () => {
    const whole = fixture('O-os-detection.xml');
    for (let length = 700; length < whole.length; length += 517) {
      const cut = await read(whole.subarray(0, length));
      const finished = whole.subarray(0, length).toString().split('</host>').length - 1;
      expect([cut.complete, cut.hosts.length]).toEqual([false, finished]);
    }
  });

  it('reads two scans in one file, also when the first was cut off', async () => {
    const two = fixture('append-output-two-documents.xml');
    expect(await read(two)).toMatchObject({
      complete: true,
      documents: 2,
      hosts: [{ ips: ['192.168.50.11'] }, { ips: ['192.168.50.12'] }],
    });
    const afterCut = await read(Buffer.concat([fixture('killed-sigkill-partial.xml'), two]));
    expect([afterCut.complete, afterCut.documents, afterCut.hosts.length]).toEqual([false, 3, 4]);
  });

  it('takes a scan that found nothing for what it is', async () => {
    expect(await read(fixture('unresolvable-target.xml'))).toMatchObject({ complete: true, hosts: [] });
  });

  it('reads the same from a stream of any chunk size and from UTF-16', async () => {
    const bytes = fixture('append-output-two-documents.xml');
    const whole = await read(bytes);
    for (const size of [1, 7, 64, 1000]) expect(await readNmapXml(inPieces(bytes, size))).toEqual(whole);
    const utf16 = Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le');
    expect((await read(utf16)).hosts).toEqual(whole.hosts);
  });
});

describe('reading what other writers leave out or get wrong', () => {
  it('tells addresses apart when their type is missing', async () => {
    const xml =
      '<host><address addr="2001:DB8:0::1"/><address addr="00-0C-29-AA-10-11"/><address addr="fe80::1%eth0"/><address addr="?"/></host>';
    const found = await read(scan(xml));
    expect(found.hosts[0]).toMatchObject({
      ips: ['2001:db8::1', 'fe80::1'],
      mac: '00:0c:29:aa:10:11',
      state: 'unknown',
    });
    expect(found.warnings).toEqual(['An address that is neither IPv4, IPv6 nor MAC was left out.']);
    expect(found.hosts[0]?.lastSeenAt).toEqual(new Date(1700000000_000));
  });

  it('takes operating system classes that stand beside the match', async () => {
    const xml =
      '<host><address addr="10.0.0.1"/><os><osclass type="router" vendor="Acme" osfamily="AcmeOS" osgen="3.X" accuracy="90"/><osmatch name="Acme 3" accuracy="88"/></os></host>';
    expect((await read(scan(xml))).hosts[0]?.os).toEqual({
      name: 'Acme 3',
      accuracy: 88,
      type: 'router',
      vendor: 'Acme',
      family: 'AcmeOS',
      generation: '3.X',
    });
  });

  it('survives control characters, bad references and invalid UTF-8', async () => {
    const head = scan('').replace('</nmaprun>', '');
    const bytes = Buffer.concat([
      Buffer.from(
        `${head}<host><address addr="10.0.0.1"/><ports><port protocol="tcp" portid="80"><state state="open"/><service name="ht\u0001tp" product="a`,
      ),
      Buffer.from([0xff, 0xc3]),
      Buffer.from('z"/><script id="x" output="&#x0;&#x1b;[31m \u0007"/></port></ports></host></nmaprun>'),
    ]);
    const found = await read(bytes);
    expect(found.hosts[0]?.ports[0]).toMatchObject({
      port: 80,
      state: 'open',
      service: { name: 'ht tp', product: 'a\uFFFD\uFFFDz' },
    });
    expect(found.warnings).toEqual([
      'Characters that XML does not allow were skipped.',
      'Bytes that are not valid text were replaced.',
    ]);
  });

  it('does not call an erring scan complete', async () => {
    const found = await read(
      scan(
        '<host><address addr="10.0.0.1"/></host><runstats><finished time="1700000009" exit="error" errormsg="out of memory"/></runstats>',
      ),
    );
    expect([found.complete, found.warnings[0]]).toEqual([false, 'The scanner stopped with an error: out of memory.']);
  });
});

describe('refusing what is no scan', () => {
  it.each([
    ['another XML document', '<foo/>', 'scan.not-nmap'],
    ['greppable output', fixture('open-only.gnmap'), 'scan.not-nmap'],
    ['normal output', fixture('open-only.nmap'), 'scan.not-nmap'],
    ['an empty file', '', 'scan.empty'],
    ['white space', ' \n', 'scan.empty'],
    ['a scan and then something else', `${scan('')}<foo/>`, 'scan.not-nmap'],
    ['mismatched tags', scan('<host><address addr="10.0.0.1"/></port></host>'), 'scan.malformed'],
    ['absurd nesting', scan('<a>'.repeat(100)), 'scan.malformed'],
    ['an undeclared entity', scan('<host>&xxe;</host>'), 'scan.entities-refused'],
    [
      'an external entity',
      '<!DOCTYPE nmaprun [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><nmaprun args="&xxe;"/>',
      'scan.entities-refused',
    ],
    [
      'nested entities',
      '<!DOCTYPE nmaprun [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><nmaprun args="&b;"/>',
      'scan.entities-refused',
    ],
    [
      'a parameter entity',
      '<!DOCTYPE nmaprun [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]><nmaprun/>',
      'scan.entities-refused',
    ],
  ])('refuses %s', async (_what, xml, code) => {
    expect(await refusal(xml)).toBe(code);
  });

  it('stops reading at the size cap, also in a stream without an end', async () => {
    expect(await refusal(fixture('A-full.xml'), 1000)).toBe('scan.too-large');
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<nmaprun>');
      for (;;) yield Buffer.alloc(65_536, 32);
    }
    await expect(readNmapXml(endless(), { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'scan.too-large' });
  });
});

import { uuid7 } from '@st0r/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../../test/world';
import { scanXml, type XmlHost } from './scan.xml.fixture';

const MONDAY = 1_760_000_000;
const RECORDED = 5000;
/** Of the scanned network: as recorded, at another address, on another card, and not recorded at all. */
const PARTS = { same: 100, moved: 60, replaced: 16, fresh: 80 };
const LAST_SEEN = '2025-09-01 00:00:00';

let world: World;
let acme: TestOrganisation;
let senior: Person;

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  senior = await world.person({ roles: [[acme, 'senior_tech']] });
  await recordDevices();
});
afterAll(() => world.close());

const macOf = (n: number): string => `00:0c:29:${[n >> 16, (n >> 8) & 255, n & 255].map(hex).join(':')}`;
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');
/** The scanned /22 holds the first devices; the rest of the client lies elsewhere. */
const ipOf = (n: number): string => (n < 256 ? `10.1.0.${n}` : `10.${2 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`);

async function recordDevices(): Promise<void> {
  const devices = Array.from({ length: RECORDED }, (_, n) => ({ n, id: uuid7(), lan: uuid7() }));
  const shared = [new Date(), new Date(), acme.id];
  await world.sql(
    'INSERT INTO asset (id, created_at, updated_at, organisation_id, name, type, status, field_sources, last_seen_at) VALUES ?',
    [
      devices.map(({ id, n }) => [
        id,
        ...shared,
        `Device ${n}`,
        'server',
        'active',
        '{"manufacturer":"scan"}',
        LAST_SEEN,
      ]),
    ],
  );
  await world.sql(
    'INSERT INTO asset_interface (id, created_at, updated_at, organisation_id, asset_id, position, name, mac, is_primary, source) VALUES ?',
    [devices.map(({ id, lan, n }) => [lan, ...shared, id, 0, 'lan', macOf(n), 1, 'scan'])],
  );
  await world.sql(
    'INSERT INTO asset_address (id, created_at, updated_at, organisation_id, asset_id, interface_id, position, ip) VALUES ?',
    [devices.map(({ id, lan, n }) => [uuid7(), ...shared, id, lan, 0, ipOf(n)])],
  );
}

function hosts(): XmlHost[] {
  const ports = {
    22: 'OpenSSH',
    80: 'nginx',
    161: null,
    443: 'nginx',
    445: null,
    3389: null,
    5985: null,
    8080: 'Jetty',
  };
  const from = (count: number, make: (n: number) => XmlHost): XmlHost[] =>
    Array.from({ length: count }, (_, n) => ({ ports, ...make(n) }));
  const { same, moved, replaced, fresh } = PARTS;
  return [
    ...from(same, (n) => ({ ip: ipOf(n), mac: macOf(n) })),
    ...from(moved, (n) => ({ ip: `10.1.2.${n}`, mac: macOf(same + n) })),
    ...from(replaced, (n) => ({ ip: ipOf(same + moved + n), mac: macOf(900_000 + n) })),
    ...from(fresh, (n) => ({ ip: `10.1.3.${n}`, mac: macOf(800_000 + n), name: `new-${n}.acme.example` })),
  ];
}

describe('a scan of 256 hosts against 5,000 assets', () => {
  it('is told apart line by line, accepted whole, and then has nothing left but conflicts', async () => {
    const scanned = hosts();
    expect(scanned).toHaveLength(256);
    const content = scanXml(scanned, { at: MONDAY, target: '10.1.0.0/22' });
    const upload = await senior.upload('/scans', { name: 'large.xml', content }, { organisationId: acme.id });
    expect([upload.status, upload.body.hostsUp]).toEqual([201, 256]);
    const proposed = await senior.get(`/scans/${upload.body.id}/proposals`);
    expect(proposed.body.counts).toEqual(expected({ vanished: silentOnes() }));
    const accepted = await senior.post(`/scans/${upload.body.id}/accept`, { all: true });
    expect(accepted.body).toMatchObject({ ...acceptedCounts(), observations: (256 - PARTS.replaced) * 8 });
    expect(accepted.body.skipped).toHaveLength(PARTS.replaced);
    const after = await senior.get(`/scans/${upload.body.id}/proposals`);
    expect(after.body.counts).toEqual({ new: 0, update: 0, conflict: PARTS.replaced, unchanged: 240, vanished: 0 });
    const [{ n } = { n: 0 }] = await world.sql<{ n: number }>(
      "SELECT COUNT(*) AS n FROM event WHERE action IN ('asset.created', 'asset.updated')",
    );
    expect(Number(n)).toBe(PARTS.fresh + PARTS.same + PARTS.moved + silentOnes());
  });

  it('pages through the proposals without losing or repeating a line', async () => {
    const { body } = await senior.get('/scans');
    const keys: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10 && cursor !== 'end'; page += 1) {
      const { body: part } = await senior.get(`/scans/${body.data[0]?.id}/proposals?limit=100${cursor}`);
      keys.push(...part.data.map((line: { key: string }) => line.key));
      cursor = part.page.next ? `&cursor=${part.page.next}` : 'end';
    }
    expect([keys.length, new Set(keys).size]).toEqual([256, 256]);
  });
});

/** Recorded in the scanned range and not met; those whose card was replaced are conflicts, not gone. */
const silentOnes = (): number => 256 - PARTS.same - PARTS.moved - PARTS.replaced;
/** A vendor is new knowledge about every device a scan meets again, so each of them is an update the first time. */
const expected = ({ vanished }: { vanished: number }) => ({
  new: PARTS.fresh,
  update: PARTS.same + PARTS.moved,
  conflict: PARTS.replaced,
  unchanged: 0,
  vanished,
});
const acceptedCounts = () => ({
  created: PARTS.fresh,
  updated: PARTS.same + PARTS.moved,
  unchanged: 0,
  vanished: silentOnes(),
});

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

let world: World;
let acme: TestOrganisation;
let admin: Person;
let tech: Person;

const picture = (width = 600, height = 300) =>
  sharp({ create: { width, height, channels: 4, background: '#ff6600' }, limitInputPixels: false });
const frame = (background: string) =>
  sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer();

function put(person: Person, content: Buffer, organisation: TestOrganisation = acme) {
  const edge = 'edge-of-a-part';
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="logo.png"\r\n\r\n`;
  return person.put(
    `/organisations/${organisation.id}/logo`,
    Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    { 'content-type': `multipart/form-data; boundary=${edge}` },
  );
}
const read = (person: Person, headers: Record<string, string> = {}) =>
  person.get(`/organisations/${acme.id}/logo`, headers);

beforeAll(async () => {
  world = await aWorld();
  acme = await world.organisation('Acme');
  admin = await world.person({ roles: [[acme, 'org_admin']] });
  tech = await world.person({ roles: [[acme, 'technician']] });
});
afterAll(() => world.close());

describe('the logo of an organisation', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'is taken as %s and served as a small PNG without a past',
    async (format) => {
      const place = { IFD0: { Copyright: 'Somebody', ImageDescription: 'behind the house' } };
      const sent = await picture().withExif(place)[format]().toBuffer();
      const answer = await put(admin, sent);
      expect([answer.status, answer.body.logo]).toEqual([200, expect.stringMatching(/^[\w-]{22}$/)]);
      const { status, headers, raw } = await read(tech);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        etag: `"${answer.body.logo}"`,
      });
      const { format: kept, width, height, exif } = await sharp(raw).metadata();
      expect([kept, width, height, exif]).toEqual(['png', 256, 128, undefined]);
      expect(raw.includes('behind the house')).toBe(false);
    },
  );

  it('is not sent twice to who has it, and is named in one’s own clients', async () => {
    const { etag } = (await read(tech)).headers;
    const again = await read(tech, { 'if-none-match': String(etag) });
    expect([again.status, again.raw.length]).toEqual([304, 0]);
    const [mine] = (await tech.get('/me')).body.organisations;
    expect(`"${mine.logo}"`).toBe(etag);
  });

  it('is for those who may see the organisation, and changed by those who may change it', async () => {
    const sent = await picture(40, 40).png().toBuffer();
    const stranger = await world.person({ roles: [[await world.organisation('Globex'), 'owner']] });
    expect((await read(stranger)).body.code).toBe('organisation.not_found');
    expect((await put(stranger, sent)).body.code).toBe('organisation.not_found');
    expect((await put(tech, sent)).body.code).toBe('permission.missing');
    expect((await tech.delete(`/organisations/${acme.id}/logo`)).status).toBe(403);
  });

  it('refuses what is no still picture of a sensible size, says what to send, and keeps what was there', async () => {
    const before = (await read(admin)).headers['etag'];
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const whole = await picture().jpeg().toBuffer();
    const frames = await Promise.all(['red', 'blue'].map((background) => frame(background)));
    const moving = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const png = await picture(9, 9).png().toBuffer();
    const animation = Buffer.from('000000086163544c000000020000000000000000', 'hex');
    const wrong: [string, Buffer][] = [
      ['not_a_picture', svg],
      ['not_a_picture', Buffer.from('GIF89a not this one')],
      ['not_a_picture', Buffer.alloc(0)],
      ['broken', whole.subarray(0, whole.length / 2)],
      ['broken', Buffer.concat([png.subarray(0, 8), Buffer.from('nonsense')])],
      ['too_large', await picture(2500, 2500).png().toBuffer()],
      ['animated', moving],
      ['animated', Buffer.concat([png.subarray(0, 33), animation, png.subarray(33)])],
    ];
    for (const [code, file] of wrong) {
      const { status, body } = await put(admin, file);
      expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/file', code })]]);
    }
    expect((await put(admin, Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]))).status).toBe(413);
    expect((await read(admin)).headers['etag']).toBe(before);
  });

  it('goes, and initials stand again; each change is an event', async () => {
    expect((await admin.delete(`/organisations/${acme.id}/logo`)).body.logo).toBeNull();
    expect((await read(tech)).body.code).toBe('logo.not_found');
    const events = await world.events({ targetId: acme.id, action: 'organisation.updated' });
    expect(events.at(-1)).toMatchObject({ actor_id: admin.id, changes: { logo: { to: null } } });
    expect(await world.sql('SELECT * FROM organisation_logo')).toEqual([]);
  });
});

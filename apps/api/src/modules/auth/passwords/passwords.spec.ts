import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RangeService, sha1 } from '../../../../test/range-service';
import { aWorld, type World } from '../../../../test/world';
import type { DomainError } from '../../../platform/errors';
import { PlatformKeys } from '../../../platform/keys';
import { PasswordHash } from './password-hash';
import { Passwords } from './passwords';

const GOOD = 'four quiet otters swim';
/** As the service pads: lines that count nothing. */
const PADDING = Array.from({ length: 800 }, (_, n) => `${n.toString(16).toUpperCase().padStart(35, '0')}:0`);

let world: World;
const service = new RangeService(() => undefined);
const { asked } = service;

beforeAll(async () => {
  world = await aWorld(await service.start());
});
afterAll(async () => {
  await world.close();
  await service.stop();
});
beforeEach(() => {
  service.forget();
  service.answer = (_, response) => response.end(PADDING.join('\r\n'));
});

const set = (userId: string, password: string, words: string[] = []): Promise<string> =>
  world.inside(() =>
    world.app
      .get(Passwords)
      .set(userId, password, { words })
      .then(({ breachCheck }) => breachCheck as string)
      .catch((error: DomainError) => error.facts.errors?.[0]?.code ?? error.code),
  );

it('is kept as Argon2id with 64 MiB and three passes, unless a suite asks for less', async () => {
  const kept = await new PasswordHash(world.app.get(PlatformKeys)).hash(GOOD);
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
});

describe('A16 a new password', () => {
  it('is refused when it is short, or made of the person, their clients or what everybody takes', async () => {
    const planet = await world.organisation('Planet Express');
    const { id } = await world.person({ name: 'Ada Admin', roles: [[planet, 'technician']] });
    expect(await set(id, 'elevenchars')).toBe('too_short');
    for (const guess of [
      'Planet Express 1',
      'express-planet-99',
      'passwordpassword',
      '123412341234',
      '!!!passwort1234',
    ])
      expect(await set(id, guess), guess).toBe('guessable');
    expect(await set(id, 'Ada Admin 2026', ['Ada Admin'])).toBe('guessable');
    expect(asked).toEqual([]);
  });

  it('may be long, hold spaces and pictures, and every letter of it counts', async () => {
    const { id } = await world.person();
    const verify = (text: string) => world.inside(() => world.app.get(Passwords).verify(id, text));
    for (const long of ['🦦🐙🦑🐳🐬🦭🐟🐠🐡🦈🦐🦀', `  ${'otter squid '.repeat(20)}!`]) {
      expect(await set(id, long)).toBe('clean');
      expect([await verify(long), await verify(long.slice(0, -1))]).toEqual([true, false]);
    }
  });

  it('has at least fifteen characters where nothing else is asked for', async () => {
    const admin = await world.person({ platformAdmin: true });
    const { id } = await world.person();
    expect(await set(id, 'otters swim 4')).toBe('clean');
    await admin.patch('/settings/sign-in', { requireMfa: 'listed' });
    expect(await set(id, 'otters swim 4')).toBe('too_short');
    expect(await set(id, 'otters swim 4 us')).toBe('clean');
    await admin.patch('/settings/sign-in', { requireMfa: 'everyone' });
  });
});

describe('N06 looking a password up among stolen ones', () => {
  it('tells the service five digits of forty, asks for padding, and believes no padded line', async () => {
    const { id } = await world.person();
    service.answer = (_, response) => response.end([...PADDING, `${sha1(GOOD).slice(5)}:0`].join('\r\n'));
    expect(await set(id, GOOD)).toBe('clean');
    expect(asked.map(({ method, url }) => [method, url])).toEqual([['GET', `/range/${sha1(GOOD).slice(0, 5)}`]]);
    expect(asked[0]?.headers['add-padding']).toBe('true');
    const sent = JSON.stringify([asked[0]?.rawHeaders, asked[0]?.url]);
    expect([sent.includes(sha1(GOOD).slice(5, 15)), sent.includes('otters')]).toEqual([false, false]);
  });

  it('refuses one that is there, and keeps the old one', async () => {
    const { id } = await world.person();
    await set(id, GOOD);
    const stolen = 'seven stolen otters';
    service.answer = (_, response) => response.end([...PADDING, `${sha1(stolen).slice(5)}:4711`].join('\n'));
    expect(await set(id, stolen)).toBe('breached');
    expect(await world.inside(() => world.app.get(Passwords).verify(id, GOOD))).toBe(true);
  });

  it.each<[string, RangeService['answer']]>([
    ['answers 503', (_, response) => response.writeHead(503).end()],
    ['answers with a page of a hotel', (_, response) => response.end('<html>Welcome</html>')],
    ['answers with nothing', (_, response) => response.end()],
    ['hangs up', (request) => request.socket.destroy()],
    ['leads elsewhere', (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end()],
  ])('is unknown, never clean, when the service %s', async (_, answers) => {
    const { id } = await world.person();
    service.answer = answers;
    expect(await set(id, GOOD)).toBe('unknown');
  });

  it('keeps an invitation open that was answered with a stolen one, and leaves in the log whether it was done', async () => {
    const acme = await world.organisation('Acme');
    const owner = await world.person({ roles: [[acme, 'owner']] });
    const [role] = await world.sql<{ id: string }>("SELECT id FROM role WHERE template = 'technician'");
    const asTech = { organisationId: acme.id, roleId: String(role?.id) };
    const invited = await owner.post('/invitations', { email: 'new@example.test', name: 'Nina New', ...asTech });
    const path = `/auth/links/${String(invited.body.link).split('/').at(-1)}`;
    service.answer = (_, response) => response.end(`${sha1('seven stolen otters').slice(5)}:9`);
    const refused = await world.nobody().post(path, { password: 'seven stolen otters' });
    expect([refused.status, refused.body.errors[0]]).toMatchObject([400, { pointer: '/password', code: 'breached' }]);
    expect((await world.nobody().post(path, { password: GOOD })).status).toBe(204);
    const [event] = await world.events({ action: 'user.invitation_accepted' });
    expect(event?.['details']).toMatchObject({ breachCheck: 'clean' });
    const all = JSON.stringify(await world.events());
    expect([all.includes(sha1(GOOD)), all.includes(GOOD)]).toEqual([false, false]);
  });
});

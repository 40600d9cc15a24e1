import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWorld, type Person, type World } from '../../../test/world';
import { CountryDatabase } from './countries/country-database';
import { CountryShelf } from './countries/country-shelf';
import { ForgetLimits } from './forget-limits.job';
import { countryFile } from '../../../../../tools/mmdb/country-file.mjs';

const GB = '81.2.69.160';
const US = '216.160.83.56';
const NOWHERE = '198.51.100.9';
const FILE = countryFile({
  '81.2.69.0/24': { country: 'GB', registered: 'US' },
  '216.160.83.0/24': { country: 'US', registered: 'GB' },
});
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });
/** An empty form: whoever is let in hears what is missing in it. */
const LOGIN = {};

let world: World;
let admin: Person;

beforeAll(async () => {
  world = await aWorld({ TRUSTED_PROXIES: '127.0.0.1' });
  admin = await world.person({ platformAdmin: true });
});
afterAll(() => world.close());

/** Nothing is said about anybody. */
beforeEach(async () => {
  await world.sql('DELETE FROM address_rule');
  await admin.patch('/perimeter/country-rules', { mode: 'off', countries: [], unknown: 'deny' });
});

const signIn = (address: string) => world.nobody().post('/auth/login', LOGIN, from(address));
const rule = (body: object, address?: string) =>
  admin.post('/address-rules', { area: 'sign_in', effect: 'deny', ...body }, address ? from(address) : {});
const upload = (content: Buffer, address?: string) =>
  admin.upload('/perimeter/country-database', { name: 'x.mmdb', content }, {}, address ? from(address) : {});
const countries = (body: object, address?: string) =>
  admin.patch('/perimeter/country-rules', body, address ? from(address) : {});

describe('address rules', () => {
  it('keep a block out of signing in, and leave everything else to it', async () => {
    expect((await rule({ network: '198.51.100.7/24', note: 'scanner' })).body.network).toBe('198.51.100.0/24');
    const refused = await signIn(NOWHERE);
    expect([refused.status, refused.body.code]).toEqual([403, 'perimeter.closed']);
    expect((await signIn('198.51.101.9')).status).toBe(400);
    expect((await admin.get('/me', from(NOWHERE))).status).toBe(200);
  });
  it('let in nobody but those allowed, and never one that is denied', async () => {
    await rule({ network: '192.0.2.0/24', effect: 'allow' });
    await rule({ network: '192.0.2.66' });
    const statuses = await Promise.all(
      ['192.0.2.1', '192.0.2.66', NOWHERE].map(async (ip) => (await signIn(ip)).status),
    );
    expect(statuses).toEqual([400, 403, 403]);
  });
  it('keep administration to a block while the rest of the product is open', async () => {
    await rule({ network: '192.0.2.0/24', effect: 'allow', area: 'admin' });
    expect((await admin.get('/users', from(NOWHERE))).status).toBe(403);
    const asked = await admin.post('/api/graphql', { query: '{ countries { code } }' }, from(NOWHERE));
    expect(asked.text).toContain('perimeter.closed');
    expect((await admin.get('/users', from('192.0.2.8'))).status).toBe(200);
    expect((await admin.get('/me', from(NOWHERE))).status).toBe(200);
  });
  it('close the whole API to a block, keys and signing in included', async () => {
    await rule({ network: '2001:db8::/32', area: 'api' });
    expect((await admin.get('/me', from('2001:db8::1'))).body.code).toBe('perimeter.closed');
    expect((await signIn('2001:db8::1')).status).toBe(403);
    expect((await world.nobody().get('/health/live', from('2001:db8::1'))).status).toBe(200);
  });
  it('end by themselves', async () => {
    await rule({ network: NOWHERE, expiresAt: new Date(Date.now() - 1000).toISOString() });
    expect((await signIn(NOWHERE)).status).toBe(400);
  });
  it('leave one event for an address that is refused again and again', async () => {
    await rule({ network: '198.51.100.44' });
    for (let n = 0; n < 3; n += 1) await signIn('198.51.100.44');
    const events = await world.events({ action: 'address.refused' });
    const own = events.filter(({ ip }) => String(ip).endsWith('198.51.100.44'));
    expect(own.map(({ category, outcome, details }) => [category, outcome, details])).toEqual([
      ['security', 'failure', { area: 'sign_in', because: 'rule' }],
    ]);
  });
  it('name the field and the way out for what is no block', async () => {
    const answer = await rule({ network: '10.0.0.0/99' });
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/network']);
  });
});

describe('nobody shuts the door behind which they stand', () => {
  it.each([
    ['a rule that denies them', () => rule({ network: NOWHERE }, NOWHERE)],
    ['a list without them', () => rule({ network: '192.0.2.1', effect: 'allow', area: 'admin' }, NOWHERE)],
    ['countries without theirs', () => countries({ mode: 'allow', countries: ['GB'] }, US)],
  ])('L10 %s is refused with a warning, and nothing changes', async (_what, change) => {
    await upload(FILE);
    const answer = await change();
    expect([answer.status, answer.body.code]).toEqual([409, 'perimeter.would_lock_out']);
    expect(answer.body.detail).toMatch(/^This would block you/);
    expect((await world.sql('SELECT 1 FROM address_rule')).length).toBe(0);
    expect((await admin.get('/perimeter/country-rules')).body.mode).toBe('off');
  });
  it('L10 a database that puts them elsewhere is refused, and the one in place stays', async () => {
    await upload(FILE);
    await countries({ mode: 'allow', countries: ['GB'] });
    const moved = await upload(countryFile({ '81.2.69.0/24': { country: 'FR' } }), GB);
    expect([moved.status, moved.body.code]).toEqual([409, 'perimeter.would_lock_out']);
    expect((await signIn(GB)).status).toBe(400);
  });
  it('L10 the machine itself always gets in', async () => {
    await rule({ network: '0.0.0.0/0', area: 'api' });
    await rule({ network: '::/0', area: 'api' });
    expect((await admin.get('/users')).status).toBe(200);
    expect((await world.nobody().post('/auth/login', LOGIN)).status).toBe(400);
    expect((await signIn('10.1.2.3')).status).toBe(403);
  });
});

describe('countries', () => {
  it('let people sign in from those allowed, wherever the block is registered', async () => {
    await upload(FILE);
    await countries({ mode: 'allow', countries: ['GB'] });
    const statuses = await Promise.all([GB, US, '10.0.0.7'].map(async (ip) => (await signIn(ip)).status));
    expect(statuses).toEqual([400, 403, 400]);
  });
  it('keep out those blocked, and treat addresses in no country as told', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['US'] });
    expect([(await signIn(US)).status, (await signIn(GB)).status, (await signIn(NOWHERE)).status]).toEqual([
      403, 400, 403,
    ]);
    await countries({ unknown: 'allow' });
    expect((await signIn(NOWHERE)).status).toBe(400);
  });
  it('are not asked for an address that a rule allows', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['US'] });
    await rule({ network: US, effect: 'allow' });
    expect((await signIn(US)).status).toBe(400);
  });
  it('leave a session alone until it has to be renewed, but not in administration', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['US'] });
    expect((await admin.get('/me', from(US))).status).toBe(200);
    expect((await admin.get('/users', from(US))).status).toBe(403);
    expect((await admin.post('/auth/refresh', undefined, from(US))).body.code).toBe('perimeter.closed');
    expect((await admin.get('/auth/own-connection/sign-out', from(US))).body.code).not.toBe('perimeter.closed');
  });
  it('are counted for seven days', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['US'] });
    await world.sql('DELETE FROM perimeter_tally');
    const before = await admin.get('/perimeter/countries');
    const found = (answer: typeof before, code: string) =>
      answer.body.find((one: { code: string }) => one.code === code);
    await signIn(US);
    await signIn(GB);
    const after = await admin.get('/perimeter/countries');
    expect(found(after, 'US').refused - found(before, 'US').refused).toBe(1);
    expect(found(after, 'GB').passed - found(before, 'GB').passed).toBe(1);
    expect(found(after, 'US')).toMatchObject({ name: 'United States' });
  });
  it('are told for any address, with what decides', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['US'] });
    const { body } = await admin.get(`/perimeter/verdict?address=${US}`);
    expect([body.place, body.country]).toEqual(['country', 'US']);
    expect(body.areas).toEqual([
      { area: 'sign_in', open: false, because: 'country', network: null },
      { area: 'admin', open: false, because: 'country', network: null },
      { area: 'api', open: true, because: 'nothing_said', network: null },
    ]);
    expect((await admin.get('/perimeter/verdict?address=everywhere')).status).toBe(400);
  });
  it('take a fresh proof, a platform administrator, and codes that exist', async () => {
    const stranger = await world.person();
    expect((await stranger.get('/perimeter/countries')).status).toBe(403);
    const late = await world.person({ platformAdmin: true, signedInMinutesAgo: 11 });
    expect((await late.patch('/perimeter/country-rules', { mode: 'off' })).body.code).toBe('step_up.required');
    const wrong = await countries({ mode: 'allow', countries: ['GB', 'QQ'] });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/countries/1']);
    expect((await countries({ mode: 'allow', countries: [] })).body.errors[0].pointer).toBe('/countries');
  });
});

describe('the country database', () => {
  const database = () => world.app.get(CountryDatabase);

  it('is refused with the field when it cannot be used, and the one in place stays', async () => {
    await upload(FILE);
    const answer = await upload(Buffer.from('<html>'));
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/file']);
    expect((await admin.get('/perimeter/country-rules')).body.database).toMatchObject({
      ...{ state: 'ready', type: 'Test-Country' },
    });
  });
  it('is refused when it fails for the very address of whoever brings it, and the one in place goes on working', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['US'] });
    const torn = Buffer.from(FILE);
    // A pointer to nowhere instead of the first place.
    torn.set([0x38, 0x7f, 0xff, 0xff, 0xff], torn.indexOf('country') - 2);
    const answer = await upload(torn, GB);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/file']);
    expect((await admin.get('/perimeter/country-rules')).body.database.state).toBe('ready');
    expect((await signIn(US)).status).toBe(403);
  });
  it('leaves an event when it is replaced', async () => {
    expect((await upload(FILE)).body.database.state).toBe('ready');
    const [last] = (await world.events({ action: 'country_database.replaced' })).slice(-1);
    expect(last?.['details']).toMatchObject({ type: 'Test-Country', bytes: FILE.length });
  });
  it('is read anew when somebody else replaces the file', async () => {
    await upload(FILE);
    await countries({ mode: 'allow', countries: ['GB'] });
    expect((await signIn(GB)).status).toBe(400);
    writeFileSync(database().path, countryFile({ '81.2.69.0/24': { country: 'FR' }, '2001:db8::/32': {} }));
    database().forget();
    expect((await signIn(GB)).status).toBe(403);
  });
  it('comes back to a node that does not have it, and an operator may still put another one in its place', async () => {
    const shelf = () => world.inside(() => world.app.get(CountryShelf).follow());
    await upload(FILE);
    await countries({ mode: 'block', countries: ['GB'] });
    const had = await shelf();
    for (const path of [database().path, `${database().path}.upload`]) rmSync(path);
    database().forget();
    expect((await signIn(GB)).status).toBe(400);
    expect(await shelf()).toBe(had);
    expect((await signIn(GB)).status).toBe(403);
    writeFileSync(database().path, countryFile({ '81.2.69.0/24': { country: 'FR' } }));
    database().forget();
    expect(await shelf()).not.toBe(had);
    expect((await signIn(GB)).status).toBe(400);
    // On a node that never took over an upload, what was laid later is newer than any.
    rmSync(`${database().path}.upload`);
    utimesSync(database().path, new Date(), new Date(Date.now() + 60_000));
    expect(await shelf()).not.toBe(had);
    // Laid before the upload, it gives way.
    utimesSync(database().path, new Date(), new Date('2026-01-01'));
    database().forget();
    expect(await shelf()).toBe(had);
  });
  it('L10 missing: who allows a few countries lets in nobody but the machine and private networks', async () => {
    await upload(FILE);
    await countries({ mode: 'allow', countries: ['GB'] });
    await world.sql('DELETE FROM country_file');
    rmSync(database().path);
    database().forget();
    expect([(await signIn(GB)).status, (await signIn('192.168.1.9')).status]).toEqual([403, 400]);
    expect((await world.nobody().post('/auth/login', LOGIN)).status).toBe(400);
    const { body } = await admin.get('/perimeter/country-rules');
    expect([body.database.state, body.warning]).toEqual(['missing', expect.stringMatching(/nobody but private/)]);
  });
  it('L10 broken: who blocks a few countries keeps nobody out, and is warned', async () => {
    await upload(FILE);
    await countries({ mode: 'block', countries: ['GB'] });
    expect((await signIn(GB)).status).toBe(403);
    writeFileSync(database().path, 'garbage');
    database().forget();
    expect((await signIn(GB)).status).toBe(400);
    const { body } = await admin.get('/perimeter/country-rules');
    expect([body.database.state, body.warning]).toEqual(['broken', expect.stringMatching(/no country is kept out/)]);
  });
});

describe('limits', () => {
  it('are forgotten once nobody has reached them for a day, and not before', async () => {
    const due = (name: string, ago: string) =>
      world.sql(`INSERT INTO rate_limit (id, due, allowed) VALUES (UNHEX(SHA2(?, 256)), UNIX_TIMESTAMP() ${ago}, 1)`, [
        name,
      ]);
    await due('long ago', '- 90000');
    await due('today', '- 80000');
    await due('owes', '+ 100');
    const run = world.app.get(ForgetLimits).run({}, { progress: async () => undefined } as never);
    expect(await run).toEqual({ forgotten: 1 });
    const kept = (name: string) => world.sql('SELECT due FROM rate_limit WHERE id = UNHEX(SHA2(?, 256))', [name]);
    expect([(await kept('long ago')).length, (await kept('today')).length, (await kept('owes')).length]).toEqual([
      0, 1, 1,
    ]);
  });
});

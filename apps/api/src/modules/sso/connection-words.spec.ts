import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlapd, type TestDirectory } from '../../../../../tools/ldap/slapd.mjs';
import { aSecret, Leaks } from '../../../test/leaks';
import { HostileProvider } from '../../../test/providers/hostile-provider';
import { aWorld, type Person, type World } from '../../../test/world';
import { ConnectionSecrets } from './connections/connection-secrets';
import { aDirectoryConnection } from './ldap/fixture/ldap.fixture';
import { PLANET_EXPRESS, planetExpress } from './ldap/fixture/planet-express.fixture';
import { anOidcConnection, Traveller } from './oidc/oidc.fixture';

let world: World;
let keeper: Person;
let leaks: Leaks;
let directory: TestDirectory;
let provider: HostileProvider;
beforeAll(async () => {
  directory = await startSlapd({ suffix: PLANET_EXPRESS, ldif: planetExpress });
  provider = await HostileProvider.start();
  world = await aWorld({
    PUBLIC_URL: 'https://st0r.test',
    OUTGOING_ALLOWED_CIDRS: 'sso=127.0.0.0/8@*,ldap=127.0.0.0/8@*,ldap=::1/128@*',
  });
  keeper = await world.person({ platformAdmin: true });
  leaks = new Leaks(world);
});
afterAll(async () => {
  leaks.stop();
  await world.close();
  await directory.stop();
  await provider.stop();
});

const keep = (id: string, slot: Parameters<ConnectionSecrets['set']>[1], secret: string): Promise<unknown> =>
  world.inside(() => world.app.get(ConnectionSecrets).set(id, slot, secret));
const read = async (id: string): Promise<void> => {
  leaks.hear(await keeper.get(`/sign-in-connections/${id}`));
  leaks.hear(await keeper.get('/jobs'));
};

describe('N07 the words of a connection that fails', () => {
  it('to a directory hold no password: neither that of its reading account nor that of a person', async () => {
    const [secret, typed] = [aSecret(), aSecret()];
    const { id } = await aDirectoryConnection(world, directory);
    leaks.hear(await world.nobody().post('/auth/login', { email: 'leela', password: typed }));
    await keep(id, 'bind-password', secret);
    const { body } = leaks.hear(await keeper.post(`/sign-in-connections/${id}/check`));
    expect(body).toMatchObject({ works: false, reason: 'bind_refused' });
    leaks.hear(await world.nobody().post('/auth/login', { email: 'leela', password: typed }));
    await read(id);
    expect([await leaks.of(secret), await leaks.of(typed)]).toEqual([[], []]);
  });

  it.each(['basic', 'post'] as const)(
    'to a provider hold no client secret, though it repeats it (%s)',
    async (clientProof) => {
      const secret = aSecret();
      const { id } = await anOidcConnection(world, { issuer: provider.issuer, clientProof });
      await keep(id, 'client-secret', secret);
      const strict = secret.replace(/[-_.!~*'()]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
      const basic = [secret, strict].map((one) => Buffer.from(`st0r:${one}`).toString('base64'));
      const spellings = [secret, encodeURIComponent(secret), new URLSearchParams({ s: secret }).toString(), ...basic];
      for (const error of ['invalid_client', 'invalid_grant', 'server_error', secret])
        for (const told of spellings) {
          const body = JSON.stringify({ error, error_description: `What is ${told}?` });
          const answer = { status: 400, body, headers: { 'content-type': 'application/json' } };
          leaks.say(await new Traveller(world.nobody(), id).signIn(provider, {}, { answer }));
        }
      const events = await world.events({ targetId: id, action: 'sso.assertion.rejected' });
      expect(events.length).toBeGreaterThan(5);
      expect(JSON.stringify(events)).toContain('What is [secret]?');
      await read(id);
      expect(await leaks.of(secret)).toEqual([]);
    },
  );

  it('to SAML metadata hold no password that somebody wrote into the address', async () => {
    const secret = aSecret();
    const made = await keeper.post('/sign-in-connections', { kind: 'saml', name: 'Contoso' });
    const id = String(made.body.id);
    const url = `${provider.origin.replace('://', `://me:${encodeURIComponent(secret)}@`)}/metadata`;
    const refused = leaks.hear(await keeper.post(`/sign-in-connections/${id}/saml-metadata/fetch`, { url }));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, expect.stringMatching(/url$/)]);
    await read(id);
    expect(await leaks.of(secret)).toEqual([]);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asHouse } from '../../../../start-up';
import { aWorld, type Person, type World } from '../../../../../test/world';
import { UnitOfWork } from '../../../../platform/database';
import { Jobs, JobWorker } from '../../../../platform/jobs';
import { LOOPBACK } from '../../oidc/oidc.fixture';
import { providerMetadata } from '../fixture/metadata.fixture';
import { PretendProvider } from '../fixture/pretend-provider.fixture';
import { aSamlConnection } from '../fixture/saml.fixture';
import { selfSigned } from '../keys/self-signed';
import { CertificateWarnings } from './certificate-warnings';
import { MetadataRefresh } from './metadata-refresh';
import { watchProviders } from './provider-watch.job';

let world: World;
let keeper: Person;
let peer: Server;
let served = '';
const provider = await PretendProvider.named();
beforeAll(async () => {
  world = await aWorld(LOOPBACK);
  keeper = await world.person({ platformAdmin: true });
  peer = createServer((_, response) => void response.end(served));
  await new Promise<void>((listening) => void peer.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  peer.close();
  await world.close();
});

const entityId = 'https://idp.example/metadata';
const watched = async (pem = provider.key.certificate) => {
  const metadataUrl = `http://127.0.0.1:${(peer.address() as AddressInfo).port}/`;
  const { id } = await aSamlConnection(world, provider, { saml: { metadataUrl, certificates: [pem] } });
  return { id, saml: async () => (await keeper.get(`/sign-in-connections/${id}`)).body };
};
const refresh = (id: string) => asHouse(world.app, () => world.app.get(MetadataRefresh).again(id));

describe('metadata that are read again', () => {
  it('bring new certificates and addresses, take away what is gone, and leave an event', async () => {
    const { id, saml } = await watched();
    const next = await selfSigned('next');
    served = providerMetadata({ entityId, certificates: [next.certificate], signOn: 'https://idp.example/new' });
    expect(await refresh(id)).toBe(true);
    expect((await saml()).saml).toMatchObject({
      signOnUrl: 'https://idp.example/new',
      certificates: [{ subject: 'CN=next' }],
    });
    const [event] = (await world.events({ targetId: id, action: 'sso.connection.updated' })).slice(-1);
    expect(event).toMatchObject({ actor_type: 'system' });
    expect(await refresh(id)).toBe(false);
  });

  it.each([
    ['cannot be read', () => '<html></html>', 'malformed'],
    ['describe somebody else', () => providerMetadata({ entityId: 'https://evil.example' }), 'issuer_mismatch'],
    ['have no certificate', () => providerMetadata({ entityId, certificates: [] }), 'malformed'],
  ])('change nothing when they %s, and the page says so', async (_, text, reason) => {
    const { id, saml } = await watched();
    served = text();
    expect(await refresh(id)).toBe(false);
    const found = await saml();
    expect(found.saml.certificates).toMatchObject([{ subject: 'CN=idp.example' }]);
    expect(found.health).toMatchObject({ problemCode: reason });
  });
});

it('are read by the house itself, every day', async () => {
  const { id, saml } = await watched();
  served = providerMetadata({
    entityId,
    certificates: [provider.key.certificate],
    signOn: 'https://idp.example/daily',
  });
  await asHouse(world.app, () => world.app.get(UnitOfWork).run(() => world.app.get(Jobs).enqueue(watchProviders, {})));
  await world.app.get(JobWorker).drain();
  expect((await saml()).saml.signOnUrl).toBe('https://idp.example/daily');
  expect(await world.events({ targetId: id, action: 'sso.connection.updated' })).toHaveLength(1);
});

describe('certificates of a provider', () => {
  it('are warned about once when they will expire and once when they have', async () => {
    const { id, saml } = await watched();
    const [{ validUntil }] = (await saml()).saml.certificates;
    const before = (days: number): Date => new Date(new Date(validUntil).getTime() - days * 86_400_000);
    const warn = (now: Date) => asHouse(world.app, () => world.app.get(CertificateWarnings).about(id, now));
    expect(await warn(before(31))).toBe(0);
    expect([await warn(before(29)), await warn(before(28))]).toEqual([1, 0]);
    expect([await warn(before(-1)), await warn(before(-2))]).toEqual([1, 0]);
    const events = await world.events({ targetId: id });
    expect(events.map(({ action }) => action).filter((action) => String(action).startsWith('sso.certificate'))).toEqual(
      ['sso.certificate.expiring', 'sso.certificate.expired'],
    );
  });
});

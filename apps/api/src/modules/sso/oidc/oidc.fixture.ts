import { ConnectionSecrets } from '../connections/connection-secrets';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { HostileProvider, Mischief } from '../../../../test/providers/hostile-provider';
import type { Caller } from '../../../../test/caller';
import type { World } from '../../../../test/world';
import { aConnection, browser, type Jar } from '../sso.fixture';
import { configureOidc } from './oidc-config';

/** Settings of a world whose providers listen on loopback. */
export const LOOPBACK = { PUBLIC_URL: 'https://st0r.test', OUTGOING_ALLOWED_CIDRS: 'sso=127.0.0.0/8@*' };

type Given = Parameters<typeof configureOidc>[1];

/** An enabled connection to a provider. */
export async function anOidcConnection(
  world: World,
  oidc: Given,
  own: Partial<SignInConnectionEntity> = {},
): Promise<SignInConnectionEntity> {
  const config = { ...configureOidc({}, { clientId: 'st0r', ...oidc }) };
  const connection = await aConnection(world, { ...own, config });
  await world.inside(() => world.app.get(ConnectionSecrets).set(connection.id, 'client-secret', 'not so secret'));
  return connection;
}

/** Cookies of an answer, by name; an emptied one is an empty text. */
export function jarOf(headers: Record<string, unknown>): Jar {
  const lines = [headers['set-cookie'] ?? []].flat() as string[];
  return Object.fromEntries(lines.map((line) => (line.split(';')[0] ?? '').split(/=(.*)/s).slice(0, 2)));
}

/** Somebody's browser on its way to a provider and back. */
export class Traveller {
  jar: Jar = {};

  constructor(
    private readonly caller: Caller,
    readonly connectionId: string,
  ) {}

  /** Where the sign-in page sends them. */
  async leave(returnTo?: string): Promise<string> {
    const answer = await this.caller.post(`/auth/connections/${this.connectionId}/start`, { returnTo });
    if (answer.status !== 200) throw new Error(answer.text);
    Object.assign(this.jar, jarOf(answer.headers));
    return String(answer.body.location);
  }

  /** Comes back with this query; answers the path the page moves on to. */
  async comeBack(query: URLSearchParams | string, connectionId = this.connectionId): Promise<string> {
    const answer = await this.caller.get(`/auth/sso/${connectionId}/callback?${String(query)}`, browser(this.jar));
    Object.assign(this.jar, jarOf(answer.headers));
    const [, target = ''] = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(answer.text) ?? [];
    return target.replaceAll('&amp;', '&');
  }

  /** There and back, with a provider that may lie. */
  async signIn(
    provider: HostileProvider,
    person: Record<string, unknown> = {},
    mischief: Mischief = {},
  ): Promise<string> {
    return this.comeBack(provider.signIn(await this.leave(), person, mischief));
  }
}

/** The reason of the last refusal of a connection, from the audit log. */
export async function lastReason(world: World, { id }: { id: string }): Promise<string | undefined> {
  const events = await world.events({ targetId: id, action: 'sso.assertion.rejected' });
  return (events.at(-1)?.['details'] as { reason?: string } | undefined)?.reason;
}

import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, type JWTPayload } from 'jose';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { OneUse } from '../entering/one-use';
import { SsoRefused } from '../entering/sso-refused';
import { IdTokens } from './id-token';
import { OidcProviders, type OidcPeer } from './oidc-provider';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
/** A logout is told right away; an older token is a replay. */
const OLDEST_SECONDS = 300;

/** Whose sessions a provider wants ended. */
export interface LogoutOrder {
  peer: OidcPeer;
  claims: JWTPayload;
  providerSession: string | null;
}

/** Logout tokens (OpenID Connect Back-Channel Logout 1.0, 2.6): signed, fresh, said once, and never mistaken for an ID token. */
@Injectable()
export class LogoutTokens {
  constructor(
    private readonly providers: OidcProviders,
    private readonly tokens: IdTokens,
    private readonly once: OneUse,
  ) {}

  async read(connection: SignInConnectionEntity, token: string): Promise<LogoutOrder> {
    const peer = await this.providers.of(connection);
    requireType(token, peer);
    const claims = await this.tokens.signed(token, peer, ['iat', 'jti']);
    const events = claims['events'] as Record<string, unknown> | undefined;
    const providerSession = typeof claims['sid'] === 'string' ? claims['sid'] : null;
    if (typeof events?.[EVENT] !== 'object' || events[EVENT] === null)
      throw new SsoRefused('malformed', 'This is no logout token: it names no logout event.');
    if (claims['nonce'] !== undefined) throw new SsoRefused('malformed', 'This is no logout token: it has a nonce.');
    if (!claims.sub && !providerSession)
      throw new SsoRefused('claim_missing', 'The logout token names neither a person nor a session.');
    const age = Date.now() / 1000 - Number(claims.iat);
    if (age > OLDEST_SECONDS) throw new SsoRefused('expired', 'The logout token is too old.');
    const until = new Date((Number(claims.iat) + 2 * OLDEST_SECONDS) * 1000);
    if (!(await this.once.claim(`logout ${connection.id}`, String(claims.jti), until)))
      throw new SsoRefused('attempt_unknown', 'This logout token came before.');
    return { peer, claims, providerSession };
  }
}

/** Keycloak types its logout tokens as plain JWT; the event in them keeps ID tokens out all the same. */
function requireType(token: string, { settings }: OidcPeer): void {
  const accepted = ['logout+jwt', ...(settings.preset === 'keycloak' ? ['jwt'] : [])];
  if (accepted.includes(typeOf(token))) return;
  throw new SsoRefused('malformed', 'This is no logout token: its type is another one.');
}

function typeOf(token: string): string {
  try {
    return String(decodeProtectedHeader(token).typ ?? '')
      .toLowerCase()
      .replace(/^application\//, '');
  } catch {
    return '';
  }
}

import { Injectable } from '@nestjs/common';
import { SignJWT, errors, jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';
import { Unauthenticated } from '../../../platform/errors';
import { PlatformKeys } from '../../../platform/keys';
import { OpenedTokens } from './opened-tokens';
import { requirePlainToken } from './plain-token';
import type { SessionEntry } from './session-entry';

const ISSUER = 'clientst0r';
const SKEW_SECONDS = 5;
/** Separate audiences, so that no token serves as another. */
type Audience = 'session' | 'second-factor';

/** What a token points at; it carries no rights. */
export interface TokenClaims {
  sub: string;
  sid?: string;
  /** Through which connection a sign-in that still owes its second factor came. */
  entry?: SessionEntry;
}

/** Short signed pointers (EdDSA, keys of our own ring only): to a session, or to a sign-in that still owes its second factor. */
@Injectable()
export class AccessToken {
  private readonly sessions = new OpenedTokens<TokenClaims>();

  constructor(private readonly keys: PlatformKeys) {}

  async sign(audience: Audience, claims: TokenClaims, seconds: number): Promise<string> {
    const { kid, privateKey } = this.keys.tokens.active;
    const { sid, entry } = claims;
    return new SignJWT({ ...(sid ? { sid } : {}), ...(entry ? { entry } : {}) })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject(claims.sub)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(privateKey);
  }

  /** The claims of a good token; anything else is Unauthenticated. */
  async open(audience: Audience, token: string): Promise<TokenClaims> {
    const known = audience === 'session' ? this.again(token) : undefined;
    return known ?? this.openNew(audience, token);
  }

  /** The claims of a session's token that was opened before and is still good: its key is ours, its time not up. */
  private again(token: string): TokenClaims | undefined {
    const opened = this.sessions.find(token);
    if (!opened) return undefined;
    const { kid, key, exp, claims } = opened;
    if (this.keys.tokens.find(kid)?.publicKey === key && exp > Date.now() / 1000 - SKEW_SECONDS) return claims;
    this.sessions.forget(token);
    return undefined;
  }

  private async openNew(audience: Audience, token: string): Promise<TokenClaims> {
    const { kid } = requirePlainToken(token);
    const key = this.keys.tokens.find(kid);
    if (!key) throw new Unauthenticated('session.invalid', 'This is no token of ours. Sign in again.');
    try {
      const { payload } = await jwtVerify(token, key.publicKey, {
        algorithms: ['EdDSA'],
        issuer: ISSUER,
        audience,
        typ: 'at+jwt',
        clockTolerance: SKEW_SECONDS,
        requiredClaims: ['sub', 'jti', 'iat', 'exp'],
      });
      const claims = checked(payload, audience);
      if (audience === 'session')
        this.sessions.keep(token, { kid, key: key.publicKey, exp: Number(payload.exp), claims });
      return claims;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new Unauthenticated('session.expired', 'Your session has ended. Sign in again.');
      throw new Unauthenticated('session.invalid', 'This is no token of ours. Sign in again.');
    }
  }
}

/** What the library leaves open: one audience, as text; issued in the past; ids as text. */
function checked({ aud, sub, sid, iat, entry }: Record<string, unknown>, audience: Audience): TokenClaims {
  const late = Number(iat) > Date.now() / 1000 + SKEW_SECONDS;
  if (aud !== audience || late || typeof sub !== 'string' || (sid !== undefined && typeof sid !== 'string'))
    throw new Unauthenticated('session.invalid');
  return { sub, sid, entry: entry as SessionEntry | undefined };
}

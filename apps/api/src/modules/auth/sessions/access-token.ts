import { Injectable } from '@nestjs/common';
import { SignJWT, jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';
import { Unauthenticated } from '../../../platform/errors';
import { PlatformKeys } from '../../../platform/keys';

const ISSUER = 'clientst0r';
/** Separate audiences, so that no token serves as another. */
type Audience = 'session' | 'second-factor';

/** What a token points at; it carries no rights. */
export interface TokenClaims {
  sub: string;
  sid?: string;
}

/** Short signed pointers (EdDSA, local key only): to a session, or to a sign-in that still owes its second factor. */
@Injectable()
export class AccessToken {
  constructor(private readonly keys: PlatformKeys) {}

  async sign(audience: Audience, claims: TokenClaims, seconds: number): Promise<string> {
    const token = new SignJWT({ ...(claims.sid ? { sid: claims.sid } : {}) }).setProtectedHeader({
      alg: 'EdDSA',
      typ: 'at+jwt',
    });
    return token
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setSubject(claims.sub)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(this.keys.token.privateKey);
  }

  /** The claims of a good token; anything else is Unauthenticated. */
  async open(audience: Audience, token: string): Promise<TokenClaims> {
    if (token.length > 2048) throw new Unauthenticated('session.invalid');
    try {
      const { payload } = await jwtVerify(token, this.keys.token.publicKey, {
        algorithms: ['EdDSA'],
        issuer: ISSUER,
        audience,
        typ: 'at+jwt',
        clockTolerance: 5,
      });
      return { sub: String(payload.sub), sid: payload['sid'] as string | undefined };
    } catch {
      throw new Unauthenticated('session.expired', 'Your session has ended. Sign in again.');
    }
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeProtectedHeader, jwtVerify, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import { sameBytes } from '@st0r/crypto';
import { SsoRefused } from '../entering/sso-refused';
import { ALGORITHMS, SKEW_SECONDS, type OidcPeer } from './oidc-provider';
import { explainOidc } from './oidc-problems';
import { SigningKeys } from './signing-keys';

/** What a token must be besides well signed. */
export interface TokenDemands {
  nonce: string;
  accessToken?: string;
}

/**
 * Tokens of a provider. openid-client has looked at the ID token before; this looks again by itself, signature included,
 * so that nothing hangs on one library's defaults.
 */
@Injectable()
export class IdTokens {
  constructor(private readonly keys: SigningKeys) {}

  /** The claims of a good ID token; throws SsoRefused with the reason for any other. */
  async verify(token: string, peer: OidcPeer, { nonce, accessToken }: TokenDemands): Promise<JWTPayload> {
    const claims = await this.signed(token, peer, ['sub', 'iat', 'exp']);
    const clientId = peer.settings.clientId ?? '';
    const several = Array.isArray(claims.aud) && claims.aud.length > 1;
    if ((several || claims['azp'] !== undefined) && claims['azp'] !== clientId)
      throw new SsoRefused(
        'party_wrong',
        'The token was handed to another client. Check the client id.',
        '/oidc/clientId',
      );
    if (typeof claims['nonce'] !== 'string' || !sameBytes(Buffer.from(claims['nonce']), Buffer.from(nonce)))
      throw new SsoRefused('nonce_wrong', 'The token belongs to another sign-in.');
    if (claims['at_hash'] !== undefined && accessToken !== undefined)
      requireHash(String(claims['at_hash']), accessToken, decodeProtectedHeader(token));
    return claims;
  }

  /** Signature, issuer, audience and time, for every kind of token a provider signs for us. */
  async signed(token: string, { metadata, settings }: OidcPeer, required: string[]): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keys.keyFor(metadata.jwks_uri, header as never), {
        algorithms: ALGORITHMS,
        issuer: metadata.issuer,
        audience: settings.clientId ?? '',
        clockTolerance: SKEW_SECONDS,
        requiredClaims: required,
      });
      if (typeof payload.iat === 'number' && payload.iat > Date.now() / 1000 + SKEW_SECONDS) throw fromFuture();
      return payload;
    } catch (error) {
      const refused = explainOidc(error);
      if (refused instanceof SsoRefused) throw refused;
      throw new SsoRefused('malformed', 'The provider’s token cannot be read.', null, { cause: error });
    }
  }
}

const fromFuture = (): SsoRefused =>
  new SsoRefused(
    'from_future',
    'The token comes from the future. Check the clocks here and at the provider: ours is behind, or theirs is ahead.',
  );

/** OpenID Connect Core 3.1.3.6: the left half of the access token's hash, by the signature's own hash. */
function requireHash(hash: string, accessToken: string, { alg = '' }: ProtectedHeaderParameters): void {
  const name = alg.startsWith('Ed') ? 'sha512' : `sha${alg.slice(-3)}`;
  const digest = createHash(name).update(accessToken, 'ascii').digest();
  const expected = digest.subarray(0, digest.length / 2).toString('base64url');
  if (hash !== expected)
    throw new SsoRefused('hash_wrong', 'The access token does not belong to the ID token it came with.');
}

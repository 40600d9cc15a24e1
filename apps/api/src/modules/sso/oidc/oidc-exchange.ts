import { Injectable } from '@nestjs/common';
import type { JWTPayload } from 'jose';
import * as client from 'openid-client';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import type { ExternalProof } from '../entering/external-proof';
import type { ClaimedAttempt, StartedAttempt } from '../entering/sign-in-attempts';
import { SsoRefused } from '../entering/sso-refused';
import { EntraGroups } from './entra-groups';
import { IdTokens } from './id-token';
import { groupsOf, lacksSomething, proofOf, subjectOf } from './oidc-claims';
import { OidcAddresses } from './oidc-addresses';
import { explainOidc } from './oidc-problems';
import { OidcProviders, type OidcPeer } from './oidc-provider';

/** What came out of an exchange: who it is, and the claims as the provider sent them. */
export interface Exchanged {
  proof: ExternalProof;
  claims: JWTPayload;
}

const MOST_HINT = 6000;

/** The two halves of a sign-in at a provider: the address to go to, and what to make of the way back. */
@Injectable()
export class OidcExchange {
  constructor(
    private readonly providers: OidcProviders,
    private readonly tokens: IdTokens,
    private readonly entra: EntraGroups,
    private readonly addresses: OidcAddresses,
  ) {}

  /** Where to send the browser; `afresh` asks the provider to have the person prove themselves again. */
  async address(connection: SignInConnectionEntity, attempt: StartedAttempt, afresh: boolean): Promise<string> {
    const { client: configuration, settings } = await this.providers.of(connection);
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.addresses.redirect(connection.id),
      scope: settings.scopes.join(' '),
      state: attempt.value('state'),
      nonce: attempt.value('nonce'),
      code_challenge: await client.calculatePKCECodeChallenge(attempt.value('verifier')),
      code_challenge_method: 'S256',
      ...(afresh ? { prompt: 'login', max_age: '0' } : {}),
      ...(settings.preset === 'google' && settings.hostedDomain ? { hd: settings.hostedDomain } : {}),
    });
    return url.href;
  }

  /** Trades the code for verified claims. `query` is what the browser brought; its state was claimed before. */
  async finish(connection: SignInConnectionEntity, attempt: ClaimedAttempt, query: string): Promise<Exchanged> {
    const peer = await this.providers.of(connection);
    try {
      const claims = await this.claims(peer, attempt, new URL(`${this.addresses.redirect(connection.id)}?${query}`));
      const groups = await this.groups(connection, peer, claims.all);
      const logoutHint =
        peer.settings.signOutThere && claims.token.length < MOST_HINT ? { idToken: claims.token } : null;
      return { proof: { ...proofOf(peer.settings, claims.all, groups), logoutHint }, claims: claims.all };
    } catch (error) {
      throw explainOidc(error, peer.hushed);
    }
  }

  private async claims(
    peer: OidcPeer,
    attempt: ClaimedAttempt,
    back: URL,
  ): Promise<{ all: JWTPayload; token: string }> {
    const nonce = attempt.value('nonce');
    const answer = await client.authorizationCodeGrant(peer.client, back, {
      pkceCodeVerifier: attempt.value('verifier'),
      expectedState: attempt.value('state'),
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const token = answer.id_token ?? '';
    const claims = await this.tokens.verify(token, peer, { nonce, accessToken: answer.access_token });
    // Refused before anybody is asked anything else about a person of another tenant.
    subjectOf(peer.settings, claims);
    if (!peer.metadata.userinfo_endpoint || !lacksSomething(peer.settings, claims)) return { all: claims, token };
    const more = await client.fetchUserInfo(peer.client, answer.access_token, String(claims.sub));
    // What was signed for this sign-in outranks what was answered beside it.
    return { all: { ...more, ...claims }, token };
  }

  private async groups(
    connection: SignInConnectionEntity,
    { settings }: OidcPeer,
    claims: JWTPayload,
  ): Promise<string[]> {
    const groups = groupsOf(settings, claims);
    if (groups !== 'overflow') return groups;
    if (settings.preset === 'entra' && settings.groupOverflow === 'graph')
      return this.entra.of({ connectionId: connection.id, settings, objectId: String(claims['oid']) });
    throw new SsoRefused(
      'groups_incomplete',
      'The person is in more groups than a token holds, and the provider left all of them out. Assign groups to the application at the provider, or let the connection ask Microsoft Graph.',
      '/oidc/groupOverflow',
    );
  }
}

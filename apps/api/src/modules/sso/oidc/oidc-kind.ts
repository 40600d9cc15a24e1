import { Injectable, type OnModuleInit } from '@nestjs/common';
import { buildEndSessionUrl } from 'openid-client';
import { ConnectionKinds, type ConnectionAddress, type ConnectionKindRules } from '../connections/connection-kinds';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { LINK_COOKIE } from '../entering/attempt-cookie';
import { configureOidc, missingOidc, type OidcSettings } from './oidc-config';
import { OidcAddresses } from './oidc-addresses';
import { OidcExchange } from './oidc-exchange';
import { explainOidc } from './oidc-problems';
import { OidcProviders } from './oidc-provider';
import { SigningKeys } from './signing-keys';

/** What OpenID Connect connections are like. */
@Injectable()
export class OidcKind implements ConnectionKindRules, OnModuleInit {
  readonly kind = 'oidc';
  readonly secrets = ['client-secret'] as const;
  readonly browser: ConnectionKindRules['browser'];

  constructor(
    private readonly kinds: ConnectionKinds,
    private readonly addressBook: OidcAddresses,
    private readonly providers: OidcProviders,
    private readonly keys: SigningKeys,
    exchange: OidcExchange,
  ) {
    this.browser = { cookie: LINK_COOKIE, address: (...leaving) => exchange.address(...leaving) };
  }

  onModuleInit(): void {
    this.kinds.register(this);
  }

  configure(before: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
    return { ...configureOidc(before, given) };
  }

  destination({ issuer }: Record<string, unknown>): string {
    return String(issuer ?? '');
  }

  missing({ config }: SignInConnectionEntity, secrets: readonly string[]): string[] {
    return missingOidc(config as unknown as OidcSettings, secrets);
  }

  addresses({ id }: SignInConnectionEntity): ConnectionAddress[] {
    return [
      { name: 'redirect', address: this.addressBook.redirect(id) },
      { name: 'backchannel_logout', address: this.addressBook.backchannelLogout(id) },
      { name: 'signed_out', address: this.addressBook.signedOut },
    ];
  }

  async check(connection: SignInConnectionEntity): Promise<void> {
    try {
      const { metadata } = await this.providers.read(connection);
      await this.keys.check(metadata.jwks_uri);
    } catch (error) {
      throw explainOidc(error);
    }
  }

  async signOut(connection: SignInConnectionEntity, hint: Record<string, string> | null): Promise<string | null> {
    if (!(connection.config as unknown as OidcSettings).signOutThere) return null;
    const peer = await this.providers.of(connection).catch(() => undefined);
    if (!peer?.metadata.end_session_endpoint) return null;
    const { idToken } = hint ?? {};
    return buildEndSessionUrl(peer.client, {
      post_logout_redirect_uri: this.addressBook.signedOut,
      ...(idToken ? { id_token_hint: idToken } : {}),
    }).href;
  }
}

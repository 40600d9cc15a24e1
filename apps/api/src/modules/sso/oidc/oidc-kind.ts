import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectSettings, publicAddress, type Settings } from '../../../platform/config';
import { ConnectionKinds, type ConnectionAddress, type ConnectionKindRules } from '../connections/connection-kinds';
import type { SignInConnectionEntity } from '../connections/sign-in-connection.entity';
import { configureOidc, missingOidc, type OidcSettings } from './oidc-config';

/** What OpenID Connect connections are like. */
@Injectable()
export class OidcKind implements ConnectionKindRules, OnModuleInit {
  readonly kind = 'oidc';
  readonly secrets = ['client-secret'] as const;

  constructor(
    private readonly kinds: ConnectionKinds,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  configure(before: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
    return { ...configureOidc(before, given) };
  }

  missing({ config }: SignInConnectionEntity, secrets: readonly string[]): string[] {
    return missingOidc(config as unknown as OidcSettings, secrets);
  }

  addresses({ id }: Pick<SignInConnectionEntity, 'id'>): ConnectionAddress[] {
    const at = (path: string): string => publicAddress(this.settings, path);
    return [
      { name: 'redirect', address: at(`/api/v1/auth/sso/${id}/callback`) },
      { name: 'backchannel_logout', address: at(`/api/v1/auth/sso/${id}/backchannel-logout`) },
      { name: 'signed_out', address: at('/login') },
    ];
  }
}

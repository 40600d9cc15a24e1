import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConnectionKinds, type ConnectionAddress, type ConnectionKindRules } from '../../connections/connection-kinds';
import { FORM_COOKIE } from '../../entering/attempt-cookie';
import { SsoRefused } from '../../entering/sso-refused';
import type { SignInConnectionEntity } from '../../connections/sign-in-connection.entity';
import { SamlDeparture } from '../entering/saml-departure';
import { SamlLogout } from '../logout/saml-logout';
import type { SigningCertificate } from '../metadata/certificate';
import { MetadataSource } from './metadata-source';
import { SamlAddresses } from './saml-addresses';
import { certificatesOf, configureSaml, missingSaml, type SamlSettings } from './saml-config';

/** What SAML connections are like. */
@Injectable()
export class SamlKind implements ConnectionKindRules, OnModuleInit {
  readonly kind = 'saml';
  /** Our own keys belong to the installation, and a provider has no secret of ours. */
  readonly secrets = [] as const;

  readonly browser: ConnectionKindRules['browser'];

  constructor(
    private readonly kinds: ConnectionKinds,
    private readonly own: SamlAddresses,
    private readonly source: MetadataSource,
    private readonly logouts: SamlLogout,
    departure: SamlDeparture,
  ) {
    this.browser = { cookie: FORM_COOKIE, address: (...leaving) => departure.address(...leaving) };
  }

  onModuleInit(): void {
    this.kinds.register(this);
  }

  configure(before: Record<string, unknown>, given: Record<string, unknown>): Record<string, unknown> {
    return { ...configureSaml(before, given) };
  }

  shown(config: Record<string, unknown>): Record<string, unknown> {
    return { ...config, certificates: certificatesOf(config as unknown as SamlSettings, new Date()) };
  }

  missing({ config }: SignInConnectionEntity): string[] {
    return missingSaml(config as unknown as SamlSettings);
  }

  addresses({ id }: Pick<SignInConnectionEntity, 'id'>): ConnectionAddress[] {
    const { entityId, consumerUrl, logoutUrl } = this.own.of(id);
    return [
      { name: 'entity_id', address: entityId },
      { name: 'acs', address: consumerUrl },
      { name: 'single_logout', address: logoutUrl },
    ];
  }

  /** Nobody answers a SAML provider's question but a browser: what can be asked is its metadata, where we know them. */
  async check({ config }: SignInConnectionEntity): Promise<void> {
    const settings = config as unknown as SamlSettings;
    requireLiving(certificatesOf(settings, new Date()));
    if (settings.metadataUrl) await this.source.check(settings.metadataUrl, settings.entityId);
  }

  signOut(connection: SignInConnectionEntity, hint: Record<string, string> | null): Promise<string | null> {
    return this.logouts.address(connection, hint);
  }
}

function requireLiving(certificates: readonly SigningCertificate[]): void {
  if (certificates.some(({ trouble }) => trouble !== 'expired')) return;
  throw new SsoRefused(
    'expired',
    'Every signing certificate of this connection has expired: the provider will have a new one. Read its metadata again.',
    '/saml/certificates',
  );
}

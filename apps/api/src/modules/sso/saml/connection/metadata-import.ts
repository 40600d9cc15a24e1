import { Injectable } from '@nestjs/common';
import { Invalid } from '../../../../platform/errors';
import { UnitOfWork } from '../../../../platform/database';
import type { SignInConnectionDto } from '../../connections/sign-in-connection.dto';
import { SignInConnectionService } from '../../connections/sign-in-connection.service';
import type { SigningCertificate } from '../metadata/certificate';
import { MetadataProblem } from '../metadata/metadata.problem';
import { readMetadata, type Metadata, type ProviderMetadata } from '../metadata/metadata.reader';
import type { SamlMetadataAddressDto, SamlMetadataImportDto } from './metadata-import.dto';
import { MetadataSource } from './metadata-source';
import { settingsFrom } from './saml-config';

/** Fills a connection from its provider's metadata. */
@Injectable()
export class MetadataImport {
  constructor(
    private readonly connections: SignInConnectionService,
    private readonly source: MetadataSource,
    private readonly work: UnitOfWork,
  ) {}

  /** From a file; an address kept before stays, because the file may be the newer of the two. */
  async fromFile(id: string, text: string, entityId?: string): Promise<SamlMetadataImportDto> {
    return this.take(
      id,
      readable('/file', () => readMetadata(text, new Date(), entityId)),
    );
  }

  /** From an address, fetched before anything is locked. */
  async fromAddress(id: string, { url, entityId }: SamlMetadataAddressDto): Promise<SamlMetadataImportDto> {
    await this.requireSaml(id);
    const text = await this.source.fetch(url);
    return this.take(
      id,
      readable('/url', () => readMetadata(text, new Date(), entityId ?? undefined)),
      url,
    );
  }

  private async take(id: string, metadata: Metadata, metadataUrl?: string): Promise<SamlMetadataImportDto> {
    await this.requireSaml(id);
    if ('choices' in metadata) return { connection: null, choices: metadata.choices, warnings: [] };
    const saml = { ...settingsFrom(metadata.provider), ...(metadataUrl ? { metadataUrl } : {}) };
    const connection = await this.work.run(() => this.connections.update(id, { saml }));
    const warnings = warningsAbout(metadata.provider, new Date());
    return { connection: connection as SignInConnectionDto, choices: [], warnings };
  }

  private async requireSaml(id: string): Promise<void> {
    const { kind } = await this.connections.entity(id);
    if (kind !== 'saml') throw Invalid.field('/id', 'other_kind', 'Only SAML connections read metadata.');
  }
}

function readable(pointer: string, read: () => Metadata): Metadata {
  try {
    return read();
  } catch (error) {
    if (error instanceof MetadataProblem) throw Invalid.field(pointer, error.code, error.message);
    throw error;
  }
}

const TROUBLE: Record<NonNullable<SigningCertificate['trouble']>, string> = {
  weak: 'has a key that is too short and is left out',
  expired: 'has expired; it still counts here, but the provider should have a new one',
  expires_soon: 'expires within 30 days',
  early: 'is not valid yet; it counts here already',
};

/** What an administrator should know about metadata that was taken. */
export function warningsAbout({ certificates, validUntil, logout }: ProviderMetadata, now: Date): string[] {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  return [
    ...certificates.flatMap(({ trouble, subject, validUntil: end }) =>
      trouble ? [`The certificate "${subject}" (until ${day(end)}) ${TROUBLE[trouble]}.`] : [],
    ),
    ...(validUntil && validUntil <= now
      ? [`The metadata itself was valid until ${day(validUntil)}: ask for a newer file.`]
      : []),
    ...(logout.some(({ binding }) => binding === 'redirect')
      ? []
      : ['The provider names no logout address for redirects: signing out here leaves people signed in there.']),
  ];
}

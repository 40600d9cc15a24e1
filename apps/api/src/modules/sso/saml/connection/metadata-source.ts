import { Injectable } from '@nestjs/common';
import { Invalid } from '../../../../platform/errors';
import { Outgoing, OutgoingError } from '../../../../platform/outgoing';
import { SsoRefused } from '../../entering/sso-refused';
import { METADATA_LIMITS } from '../metadata/metadata.limits';
import { MetadataProblem } from '../metadata/metadata.problem';
import { readMetadata, type ProviderMetadata } from '../metadata/metadata.reader';

const POINTER = '/saml/metadataUrl';

/** Metadata of a provider, fetched through the one door to other systems. */
@Injectable()
export class MetadataSource {
  constructor(private readonly outgoing: Outgoing) {}

  /** The text behind an address that an administrator entered; a refusal names the field and what to do. */
  async fetch(url: string): Promise<string> {
    try {
      return await this.text(url);
    } catch (error) {
      if (error instanceof SsoRefused) throw Invalid.field('/url', error.reason, error.sentence);
      throw error;
    }
  }

  /** What the provider says of itself now; throws SsoRefused where that is nothing we could use. */
  async check(url: string, entityId: string | null): Promise<ProviderMetadata> {
    try {
      const found = readMetadata(await this.text(url), new Date(), entityId ?? undefined);
      if ('provider' in found && found.provider.entityId === entityId) return found.provider;
    } catch (error) {
      if (!(error instanceof MetadataProblem)) throw error;
      if (error.code !== 'unknown_provider') throw new SsoRefused('malformed', error.message, POINTER);
    }
    throw new SsoRefused('issuer_mismatch', 'The metadata behind this address describes another provider.', POINTER);
  }

  private async text(url: string): Promise<string> {
    try {
      const headers = { accept: 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9' };
      const { status, body } = await this.outgoing.call('sso', url, { headers, maxBytes: METADATA_LIMITS.bytes });
      if (status === 200) return body.toString('utf8');
      throw new SsoRefused('not_found', `The address answers with ${status} instead of metadata.`, POINTER);
    } catch (error) {
      if (error instanceof OutgoingError) throw new SsoRefused(error.reason, error.message, POINTER);
      throw error;
    }
  }
}

import { Choice, Dto, Flag, InputDto, ListOf, Moment, Text } from '@st0r/dto';
import type { CertificateTrouble } from '../metadata/certificate';

/** How a message travels to the provider. */
export const SAML_BINDINGS = ['redirect', 'post'] as const;
export type SamlBinding = (typeof SAML_BINDINGS)[number];

/** `required` is the rule; `response` is for providers that sign the response as a whole and nothing inside it. */
export const ASSERTION_SIGNATURES = ['required', 'response'] as const;

export const CERTIFICATE_TROUBLES = [
  'weak',
  'expired',
  'expires_soon',
  'early',
] as const satisfies CertificateTrouble[];

const ATTRIBUTE = /^[\x21-\x7e]+$/;

/** A certificate a provider signs with. */
@Dto('SamlCertificate')
export class SamlCertificateDto {
  @Text({ max: 95, description: 'SHA-256 fingerprint.' })
  fingerprint: string;

  @Text({ max: 500 })
  subject: string;

  @Text({ max: 40, description: 'Kind and size of its key.' })
  key: string;

  @Moment()
  validFrom: string;

  @Moment()
  validUntil: string;

  @Choice('SamlCertificateTrouble', CERTIFICATE_TROUBLES, { optional: true })
  trouble: CertificateTrouble | null;

  @Text({ max: 8000 })
  pem: string;
}

/** How a SAML provider is reached, believed and read. */
@Dto('SamlSettings')
export class SamlSettingsDto {
  @Text({ max: 1000, optional: true })
  entityId: string | null;

  @Text({ max: 2000, optional: true })
  signOnUrl: string | null;

  @Choice('SamlBinding', SAML_BINDINGS)
  signOnBinding: SamlBinding;

  @Text({ max: 2000, optional: true })
  logoutUrl: string | null;

  @Text({ max: 2000, optional: true })
  logoutResponseUrl: string | null;

  @Text({ max: 2000, optional: true })
  metadataUrl: string | null;

  @ListOf(() => SamlCertificateDto)
  certificates: SamlCertificateDto[];

  @Choice('SamlAssertionSignature', ASSERTION_SIGNATURES)
  assertionSignature: (typeof ASSERTION_SIGNATURES)[number];

  @Flag()
  providerInitiated: boolean;

  @Text({ max: 500 })
  emailAttribute: string;

  @Text({ max: 500 })
  nameAttribute: string;

  @Text({ max: 500, optional: true })
  groupsAttribute: string | null;

  @Flag()
  signOutThere: boolean;
}

/** The same as given; what is left out stays. Metadata fills the first six. */
@InputDto('SamlSettingsChange')
export class SamlSettingsInputDto {
  @Text({ max: 1000, optional: true, description: 'Entity ID of the provider.' })
  entityId?: string | null;

  @Text({ max: 2000, optional: true, description: 'Where the provider signs people in.' })
  signOnUrl?: string | null;

  @Choice('SamlBinding', SAML_BINDINGS, { optional: true })
  signOnBinding?: SamlBinding | null;

  @Text({ max: 2000, optional: true, description: 'Where the provider takes logout messages by redirect.' })
  logoutUrl?: string | null;

  @Text({ max: 2000, optional: true, description: 'Where it takes answers to its own logouts, if elsewhere.' })
  logoutResponseUrl?: string | null;

  @Text({ max: 2000, optional: true, description: 'Read again every day; null stops that.' })
  metadataUrl?: string | null;

  @Text({
    max: 8000,
    list: true,
    maxItems: 10,
    optional: true,
    description: 'All certificates that count from now on, as PEM. One that is left out stops counting at once.',
  })
  certificates?: string[] | null;

  @Choice('SamlAssertionSignature', ASSERTION_SIGNATURES, { optional: true })
  assertionSignature?: (typeof ASSERTION_SIGNATURES)[number] | null;

  @Flag({ optional: true, description: 'Let the provider begin a sign-in nobody asked for here.' })
  providerInitiated?: boolean | null;

  @Text({ max: 500, optional: true, pattern: ATTRIBUTE, description: 'Name or friendly name of the attribute.' })
  emailAttribute?: string | null;

  @Text({ max: 500, optional: true, pattern: ATTRIBUTE })
  nameAttribute?: string | null;

  @Text({ max: 500, optional: true, pattern: ATTRIBUTE, description: 'Each of its values is a group.' })
  groupsAttribute?: string | null;

  @Flag({ optional: true, description: 'Signing out here signs out at the provider too.' })
  signOutThere?: boolean | null;
}

import { Choice, Dto, Flag, InputDto, Text } from '@st0r/dto';

/** Providers we know the particulars of. */
export const OIDC_PRESETS = ['entra', 'google', 'okta', 'keycloak', 'authentik', 'generic'] as const;
export type OidcPreset = (typeof OIDC_PRESETS)[number];

/** How our client proves itself at the token endpoint. */
export const CLIENT_PROOFS = ['basic', 'post'] as const;

/** What to do when the provider leaves groups out because there are too many. */
export const GROUP_OVERFLOWS = ['refuse', 'graph'] as const;

const CLAIM = /^[A-Za-z0-9_.:/-]+$/;

/** How an OpenID Connect provider is reached and read. */
@Dto('OidcSettings')
export class OidcSettingsDto {
  @Choice('OidcPreset', OIDC_PRESETS)
  preset: OidcPreset;

  @Text({ max: 500, optional: true })
  issuer: string | null;

  @Text({ max: 255, optional: true })
  clientId: string | null;

  @Choice('OidcClientProof', CLIENT_PROOFS)
  clientProof: (typeof CLIENT_PROOFS)[number];

  @Text({ max: 100, list: true })
  scopes: string[];

  @Text({ max: 100 })
  emailClaim: string;

  @Text({ max: 100 })
  nameClaim: string;

  @Text({ max: 100, optional: true })
  groupsClaim: string | null;

  @Text({ max: 36, optional: true })
  tenantId: string | null;

  @Text({ max: 200, optional: true })
  authority: string | null;

  @Choice('OidcGroupOverflow', GROUP_OVERFLOWS)
  groupOverflow: (typeof GROUP_OVERFLOWS)[number];

  @Text({ max: 200, optional: true })
  graph: string | null;

  @Text({ max: 253, optional: true })
  hostedDomain: string | null;

  @Flag()
  signOutThere: boolean;
}

/** The same as given; what is left out stays, or starts as the preset has it. */
@InputDto('OidcSettingsChange')
export class OidcSettingsInputDto {
  @Choice('OidcPreset', OIDC_PRESETS, { optional: true })
  preset?: OidcPreset | null;

  @Text({ max: 500, optional: true, description: 'Issuer, or the address of its discovery document.' })
  issuer?: string | null;

  @Text({ max: 255, optional: true })
  clientId?: string | null;

  @Choice('OidcClientProof', CLIENT_PROOFS, { optional: true })
  clientProof?: (typeof CLIENT_PROOFS)[number] | null;

  @Text({ max: 100, list: true, maxItems: 20, optional: true, description: 'openid is always asked for.' })
  scopes?: string[] | null;

  @Text({ max: 100, optional: true, pattern: CLAIM })
  emailClaim?: string | null;

  @Text({ max: 100, optional: true, pattern: CLAIM })
  nameClaim?: string | null;

  @Text({ max: 100, optional: true, pattern: CLAIM, description: 'Dots reach inside: realm_access.roles.' })
  groupsClaim?: string | null;

  @Text({ max: 36, optional: true, description: 'Entra ID: the directory (tenant) id, which every token must name.' })
  tenantId?: string | null;

  @Text({ max: 200, optional: true, description: 'Entra ID in a national cloud.' })
  authority?: string | null;

  @Choice('OidcGroupOverflow', GROUP_OVERFLOWS, { optional: true })
  groupOverflow?: (typeof GROUP_OVERFLOWS)[number] | null;

  @Text({ max: 200, optional: true, description: 'Microsoft Graph of a national cloud.' })
  graph?: string | null;

  @Text({ max: 253, optional: true, description: 'Google: the Workspace domain every token must name.' })
  hostedDomain?: string | null;

  @Flag({ optional: true, description: 'Signing out here signs out at the provider too.' })
  signOutThere?: boolean | null;
}

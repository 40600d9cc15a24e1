import {
  Choice,
  Dto,
  Flag,
  Id,
  InputDto,
  Int,
  Json,
  ListOf,
  Moment,
  Part,
  PartialDto,
  Text,
  WriteOnlySecret,
} from '@st0r/dto';
import { OidcSettingsDto, OidcSettingsInputDto } from '../oidc/oidc-config.dto';
import { LdapSettingsDto, LdapSettingsInputDto } from '../ldap/connection/ldap-config.dto';
import { SamlSettingsDto, SamlSettingsInputDto } from '../saml/connection/saml-config.dto';
import { CONNECTION_KINDS, CONNECTION_STATES, type ConnectionKind } from './sign-in-connection.entity';

const DOMAIN = /^(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i;
export const SECRET_NAMES = ['client-secret', 'bind-password', 'signing-key'] as const;

/** An e-mail domain whose people sign in through a connection. */
@Dto('ConnectionDomain')
export class ConnectionDomainDto {
  @Text({ max: 253 })
  domain: string;

  @Moment({ optional: true, description: 'From then on its people sign in through the connection only.' })
  enforcedFrom: string | null;
}

/** An address of ours the other side must be told. */
@Dto('ConnectionAddress')
export class ConnectionAddressDto {
  @Text({ max: 40 })
  name: string;

  @Text({ max: 500 })
  address: string;
}

/** How a connection is doing. */
@Dto('ConnectionHealth')
export class ConnectionHealthDto {
  @Flag({ description: 'Tested with success as it stands now; any change of it makes this false.' })
  tested: boolean;

  @Moment({ optional: true })
  testedAt: string | null;

  @Moment({ optional: true })
  lastSignInAt: string | null;

  @Text({ max: 40, optional: true, description: 'Reason of the last refusal since the last success.' })
  problemCode: string | null;

  @Text({ max: 1000, optional: true })
  problem: string | null;

  @Moment({ optional: true })
  problemAt: string | null;
}

/** A way to sign in through an identity provider or a directory. */
@Dto('SignInConnection')
export class SignInConnectionDto {
  @Id()
  id: string;

  @Choice('ConnectionKind', CONNECTION_KINDS)
  kind: ConnectionKind;

  @Text({ max: 120 })
  name: string;

  @Choice('ConnectionState', CONNECTION_STATES)
  state: string;

  @Int()
  position: number;

  @Text({ max: 80, optional: true })
  buttonLabel: string | null;

  @Flag()
  buttonShown: boolean;

  @Flag()
  jit: boolean;

  @Flag()
  mfaTrusted: boolean;

  @Text({ max: 100, list: true })
  mfaAmr: string[];

  @Text({ max: 255, list: true })
  mfaAcr: string[];

  @ListOf(() => ConnectionDomainDto)
  domains: ConnectionDomainDto[];

  @Part(() => OidcSettingsDto, { optional: true })
  oidc: OidcSettingsDto | null;

  @Part(() => SamlSettingsDto, { optional: true })
  saml: SamlSettingsDto | null;

  @Part(() => LdapSettingsDto, { optional: true })
  ldap: LdapSettingsDto | null;

  @Text({ max: 20, list: true, description: 'Names of the secrets that are stored.' })
  secretsHeld: string[];

  @Text({ max: 300, list: true, description: 'What is missing before it can be tested.' })
  missing: string[];

  @ListOf(() => ConnectionAddressDto)
  addresses: ConnectionAddressDto[];

  @Part(() => ConnectionHealthDto)
  health: ConnectionHealthDto;

  @Json()
  can: Record<string, boolean>;

  @Int()
  version: number;

  @Moment()
  createdAt: string;

  @Moment()
  updatedAt: string;

  @Moment({ optional: true })
  archivedAt: string | null;
}

/** A new connection; it starts as a draft. */
@InputDto('SignInConnectionCreate')
export class SignInConnectionCreateDto {
  @Choice('ConnectionKind', CONNECTION_KINDS)
  kind: ConnectionKind;

  @Text({ max: 120 })
  name: string;

  @Int({ optional: true, min: 0, max: 10_000 })
  position?: number | null;

  @Text({ max: 80, optional: true })
  buttonLabel?: string | null;

  @Flag({ optional: true })
  buttonShown?: boolean | null;

  @Flag({
    optional: true,
    description: 'Make an account for somebody unknown; it has no role but those its groups give.',
  })
  jit?: boolean | null;

  @Flag({ optional: true, description: 'Believe the provider about the second factor.' })
  mfaTrusted?: boolean | null;

  @Text({ max: 100, list: true, maxItems: 20, optional: true, description: 'amr values that mean a second factor.' })
  mfaAmr?: string[] | null;

  @Text({ max: 255, list: true, maxItems: 20, optional: true, description: 'acr values that mean a second factor.' })
  mfaAcr?: string[] | null;

  @Text({ max: 253, list: true, maxItems: 100, optional: true, pattern: DOMAIN })
  domains?: string[] | null;

  @Part(() => OidcSettingsInputDto, { optional: true })
  oidc?: OidcSettingsInputDto | null;

  @Part(() => SamlSettingsInputDto, { optional: true })
  saml?: SamlSettingsInputDto | null;

  @Part(() => LdapSettingsInputDto, { optional: true })
  ldap?: LdapSettingsInputDto | null;
}

/** A change of a connection. */
@InputDto('SignInConnectionUpdate')
export class SignInConnectionUpdateDto extends PartialDto(SignInConnectionCreateDto, ['kind']) {}

/** Stores a secret of a connection; it is never shown again. */
@InputDto('ConnectionSecret')
export class ConnectionSecretDto {
  @Choice('ConnectionSecretName', SECRET_NAMES.map((name) => name.replace('-', '_')))
  name: 'client_secret' | 'bind_password' | 'signing_key';

  @WriteOnlySecret({ max: 8000, min: 1 })
  value: string;
}

/** From when the people of a domain sign in through the connection only; null lifts it. */
@InputDto('Enforcement')
export class EnforcementDto {
  @Text({ max: 253, pattern: DOMAIN })
  domain: string;

  @Moment({ optional: true })
  from?: string | null;
}

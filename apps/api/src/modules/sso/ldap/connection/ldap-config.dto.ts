import { Choice, Dto, Flag, InputDto, Int, Text } from '@st0r/dto';

/** Directories we know the particulars of. */
export const LDAP_PRESETS = ['active_directory', 'openldap'] as const;
export type LdapPreset = (typeof LDAP_PRESETS)[number];

/** How the connection is secured before anything is said on it. There is no third way. */
export const LDAP_SECURITIES = ['ldaps', 'starttls'] as const;
export type LdapSecurity = (typeof LDAP_SECURITIES)[number];

const NAME = /^[A-Za-z][A-Za-z0-9-]*$/;

/** How a directory is reached and read. */
@Dto('LdapSettings')
export class LdapSettingsDto {
  @Choice('LdapPreset', LDAP_PRESETS)
  preset: LdapPreset;

  @Text({ max: 253, optional: true })
  host: string | null;

  @Int()
  port: number;

  @Choice('LdapSecurity', LDAP_SECURITIES)
  security: LdapSecurity;

  @Text({ max: 32_000, optional: true })
  ca: string | null;

  @Text({ max: 500, optional: true })
  bindDn: string | null;

  @Text({ max: 500, optional: true })
  userBase: string | null;

  @Text({ max: 60 })
  userClass: string;

  @Text({ max: 60, list: true })
  loginAttributes: string[];

  @Text({ max: 60 })
  keyAttribute: string;

  @Text({ max: 60 })
  emailAttribute: string;

  @Text({ max: 60 })
  nameAttribute: string;

  @Text({ max: 500, optional: true })
  groupBase: string | null;

  @Text({ max: 60 })
  groupClass: string;

  @Flag()
  nested: boolean;

  @Flag()
  sync: boolean;
}

/** The same as given; what is left out stays, or starts as the preset has it. */
@InputDto('LdapSettingsChange')
export class LdapSettingsInputDto {
  @Choice('LdapPreset', LDAP_PRESETS, { optional: true })
  preset?: LdapPreset | null;

  @Text({ max: 253, optional: true, description: 'Name of the server, as it stands in its certificate.' })
  host?: string | null;

  @Int({ optional: true, min: 1, max: 65_535 })
  port?: number | null;

  @Choice('LdapSecurity', LDAP_SECURITIES, {
    optional: true,
    description: 'LDAPS, or StartTLS before anything else. A connection that is not encrypted is never used.',
  })
  security?: LdapSecurity | null;

  @Text({
    max: 32_000,
    optional: true,
    description: 'Certificates of the authority that alone is believed, as PEM; null believes those of the system.',
  })
  ca?: string | null;

  @Text({ max: 500, optional: true, description: 'Account that may read people and groups.' })
  bindDn?: string | null;

  @Text({ max: 500, optional: true, description: 'Where people are found.' })
  userBase?: string | null;

  @Text({ max: 60, optional: true, pattern: NAME })
  userClass?: string | null;

  @Text({
    max: 60,
    list: true,
    maxItems: 5,
    optional: true,
    pattern: NAME,
    description: 'What people may call themselves by; each value belongs to one person.',
  })
  loginAttributes?: string[] | null;

  @Text({ max: 60, optional: true, pattern: NAME, description: 'The key of a person that never changes.' })
  keyAttribute?: string | null;

  @Text({ max: 60, optional: true, pattern: NAME })
  emailAttribute?: string | null;

  @Text({ max: 60, optional: true, pattern: NAME })
  nameAttribute?: string | null;

  @Text({ max: 500, optional: true, description: 'Where groups are found; null reads none.' })
  groupBase?: string | null;

  @Text({ max: 60, optional: true, pattern: NAME })
  groupClass?: string | null;

  @Flag({ optional: true, description: 'Whoever is in a group of a group is in both.' })
  nested?: boolean | null;

  @Flag({ optional: true, description: 'Follow changes in the directory by schedule.' })
  sync?: boolean | null;
}

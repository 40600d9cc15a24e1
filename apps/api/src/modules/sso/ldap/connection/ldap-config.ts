import { isIP } from 'node:net';
import { Invalid } from '../../../../platform/errors';
import { readAuthorities } from './authorities';
import type { LdapPreset, LdapSecurity, LdapSettingsDto, LdapSettingsInputDto } from './ldap-config.dto';

/** The stored configuration of a directory connection. */
export type LdapSettings = LdapSettingsDto;

const PORTS: Record<LdapSecurity, number> = { ldaps: 636, starttls: 389 };

const START = {
  host: null,
  security: 'ldaps',
  ca: null,
  bindDn: null,
  userBase: null,
  emailAttribute: 'mail',
  groupBase: null,
  nested: true,
  sync: true,
} as const;

/** Where the directories differ. Loops and depth of nested groups are found out differently too. */
const PRESETS = {
  active_directory: {
    userClass: 'user',
    loginAttributes: ['userPrincipalName', 'sAMAccountName', 'mail'],
    keyAttribute: 'objectGUID',
    nameAttribute: 'displayName',
    groupClass: 'group',
  },
  openldap: {
    userClass: 'inetOrgPerson',
    loginAttributes: ['uid', 'mail'],
    keyAttribute: 'entryUUID',
    nameAttribute: 'cn',
    groupClass: 'groupOfNames',
  },
} as const satisfies Record<LdapPreset, object>;

/** Values that can be cleared; the others are only replaced. */
const CLEARABLE = new Set(['host', 'ca', 'bindDn', 'userBase', 'groupBase']);
const HOST = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/** The configuration that results from a change, checked; every refusal names its field below `/ldap`. */
export function configureLdap(before: Partial<LdapSettings>, given: LdapSettingsInputDto): LdapSettings {
  const preset = given.preset ?? before.preset ?? 'active_directory';
  const own = before.preset === preset ? {} : PRESETS[preset];
  const next = { ...START, ...before, ...own, ...kept(given), preset } as LdapSettings;
  next.port = given.port ?? (movedSecurity(before, next) ? PORTS[next.security] : next.port);
  requireHost(next.host);
  if (next.loginAttributes.length === 0)
    throw Invalid.field('/ldap/loginAttributes', 'required', 'Name at least one attribute people sign in with.');
  return { ...next, ca: next.ca ? readAuthorities(next.ca) : null };
}

/** What cannot be guessed and is still missing, in words. */
export function missingLdap({ host, bindDn, userBase }: LdapSettings, secrets: readonly string[]): string[] {
  return [
    ...(host ? [] : ['The name of the server.']),
    ...(bindDn ? [] : ['The account that reads the directory.']),
    ...(secrets.includes('bind-password') ? [] : ['The password of that account.']),
    ...(userBase ? [] : ['The place in the tree where people are found.']),
  ];
}

const movedSecurity = (before: Partial<LdapSettings>, { security, port }: LdapSettings): boolean =>
  !port || (before.security !== security && port === PORTS[before.security ?? 'ldaps']);

function kept(given: LdapSettingsInputDto): Partial<LdapSettings> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && (value !== null || CLEARABLE.has(name))),
  );
}

function requireHost(host: string | null): void {
  if (host === null || HOST.test(host) || isIP(host)) return;
  const plain = /^ldap:\/\//i.test(host);
  throw Invalid.field(
    '/ldap/host',
    plain ? 'plaintext' : 'address',
    plain
      ? 'Enter the name of the server alone. ldap:// without encryption is not used: passwords would travel readable.'
      : 'Enter the name of the server alone, without ldaps:// and port, for example dc1.contoso.example.',
  );
}

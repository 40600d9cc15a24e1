import { say as sayLdap } from './ldap-messages';
import { say } from './messages';
import type { Connection } from './sso.api';

/** A provider we know the particulars of. */
export type Preset = 'entra' | 'google' | 'okta' | 'keycloak' | 'authentik' | 'generic';

/** What the wizard shows for each provider: its name, and where to click there. */
export const presets: readonly { preset: Preset; label: string; steps: string }[] = [
  { preset: 'entra', label: 'Microsoft Entra ID', steps: say('stepsEntra') },
  { preset: 'google', label: 'Google Workspace', steps: say('stepsGoogle') },
  { preset: 'okta', label: 'Okta', steps: say('stepsOkta') },
  { preset: 'keycloak', label: 'Keycloak', steps: say('stepsKeycloak') },
  { preset: 'authentik', label: 'Authentik', steps: say('stepsAuthentik') },
  { preset: 'generic', label: say('generic'), steps: say('stepsGeneric') },
];

export const presetOf = (preset: string | undefined) => presets.find((one) => one.preset === preset) ?? presets[5];

/** Directories we know the particulars of. */
export const directories = [
  { preset: 'active_directory', label: sayLdap('activeDirectory') },
  { preset: 'openldap', label: sayLdap('openldap') },
] as const;
export type DirectoryPreset = (typeof directories)[number]['preset'];

const directoryOf = (preset: string | undefined) =>
  (directories.find((one) => one.preset === preset) ?? directories[0]).label;

/** What a connection is connected to, in words: its name, and where to click there. */
export function providerOf({ kind, oidc, ldap }: Pick<Connection, 'kind' | 'oidc' | 'ldap'>): {
  label: string;
  steps: string;
} {
  if (kind === 'saml') return { label: say('saml'), steps: say('stepsSaml') };
  if (kind === 'ldap') return { label: directoryOf(ldap?.preset), steps: sayLdap('steps') };
  return presetOf(oidc?.preset) ?? { label: '', steps: '' };
}

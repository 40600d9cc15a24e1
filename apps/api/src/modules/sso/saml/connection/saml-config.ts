import { Invalid } from '../../../../platform/errors';
import { readCertificate, type SigningCertificate } from '../metadata/certificate';
import { safeAddress, type Endpoint, type ProviderMetadata } from '../metadata/metadata.reader';
import type { SamlBinding, SamlSettingsDto, SamlSettingsInputDto } from './saml-config.dto';

/** The stored configuration of a SAML connection; certificates are kept as PEM and described when they are shown. */
export type SamlSettings = Omit<SamlSettingsDto, 'certificates'> & { certificates: string[] };

const START: SamlSettings = {
  entityId: null,
  signOnUrl: null,
  signOnBinding: 'redirect',
  logoutUrl: null,
  logoutResponseUrl: null,
  metadataUrl: null,
  certificates: [],
  assertionSignature: 'required',
  providerInitiated: false,
  emailAttribute: 'mail',
  nameAttribute: 'displayName',
  groupsAttribute: null,
  signOutThere: false,
};

/** Values that can be cleared; the others are only replaced. */
const CLEARABLE = new Set<string>([
  'entityId',
  'signOnUrl',
  'logoutUrl',
  'logoutResponseUrl',
  'metadataUrl',
  'groupsAttribute',
]);
const ADDRESSES = ['signOnUrl', 'logoutUrl', 'logoutResponseUrl', 'metadataUrl'] as const;

/** The configuration that results from a change, checked; every refusal names its field below `/saml`. */
export function configureSaml(before: Partial<SamlSettings>, given: SamlSettingsInputDto): SamlSettings {
  const kept = Object.entries(given).filter(
    ([name, value]) => value !== undefined && (value !== null || CLEARABLE.has(name)),
  );
  const next = { ...START, ...before, ...Object.fromEntries(kept) } as SamlSettings;
  for (const name of ADDRESSES) requireAddress(name, next[name]);
  return { ...next, certificates: next.certificates.map(pinned) };
}

/** What metadata says, as a change. */
export function settingsFrom(provider: ProviderMetadata): SamlSettingsInputDto {
  const [signOn] = provider.signOn as [Endpoint];
  // Logout travels by redirect: a form would need a page of ours that posts to another site.
  const logout = provider.logout.find(({ binding }) => binding === 'redirect');
  return {
    entityId: provider.entityId,
    signOnUrl: signOn.url,
    signOnBinding: signOn.binding,
    logoutUrl: logout?.url ?? null,
    logoutResponseUrl: logout?.responseUrl ?? null,
    certificates: provider.certificates.filter(({ trouble }) => trouble !== 'weak').map(({ pem }) => pem),
  };
}

/** What cannot be guessed and is still missing, in words. */
export function missingSaml({ entityId, signOnUrl, certificates }: SamlSettings): string[] {
  return [
    ...(entityId ? [] : ['The entity ID of the provider: upload its metadata or enter it.']),
    ...(signOnUrl ? [] : ['The address where the provider signs people in.']),
    ...(certificates.length > 0 ? [] : ['A signing certificate of the provider.']),
  ];
}

/** Where people are sent to sign in. */
export const signOnOf = ({ signOnUrl, signOnBinding }: SamlSettings): Endpoint => ({
  binding: signOnBinding as SamlBinding,
  url: signOnUrl ?? '',
  responseUrl: null,
});

/** Where logout messages go; undefined where the provider takes none. */
export const logoutOf = ({ logoutUrl, logoutResponseUrl }: SamlSettings): Endpoint | undefined =>
  logoutUrl ? { binding: 'redirect', url: logoutUrl, responseUrl: logoutResponseUrl } : undefined;

/** The pinned certificates as they stand today. */
export const certificatesOf = ({ certificates }: SamlSettings, now: Date): SigningCertificate[] =>
  certificates.flatMap((pem) => readCertificate(pem, now) ?? []);

function requireAddress(name: string, address: string | null): void {
  if (address === null || safeAddress(address)) return;
  throw Invalid.field(`/saml/${name}`, 'address', 'Enter a complete address that starts with https://.');
}

function pinned(text: string, at: number): string {
  const pointer = `/saml/certificates/${at}`;
  const certificate = readCertificate(text, new Date());
  if (!certificate)
    throw Invalid.field(pointer, 'certificate', 'This is no certificate. Paste it whole, from BEGIN to END.');
  if (certificate.trouble === 'weak')
    throw Invalid.field(
      pointer,
      'weak',
      `The key of this certificate (${certificate.key}) is too short to be believed. RSA needs 2048 bits.`,
    );
  return certificate.pem;
}

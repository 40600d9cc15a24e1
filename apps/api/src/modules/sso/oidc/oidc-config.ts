import { Invalid } from '../../../platform/errors';
import type { OidcPreset, OidcSettingsDto, OidcSettingsInputDto } from './oidc-config.dto';

/** The stored configuration of an OpenID Connect connection. */
export type OidcSettings = OidcSettingsDto;

const DISCOVERY = '/.well-known/openid-configuration';
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const START: OidcSettings = {
  preset: 'generic',
  issuer: null,
  clientId: null,
  clientProof: 'basic',
  scopes: ['openid', 'profile', 'email'],
  emailClaim: 'email',
  nameClaim: 'name',
  groupsClaim: 'groups',
  tenantId: null,
  authority: 'https://login.microsoftonline.com',
  groupOverflow: 'refuse',
  graph: 'https://graph.microsoft.com',
  hostedDomain: null,
  signOutThere: false,
};

/** Where the providers differ from what everybody does. */
const PRESETS: Record<OidcPreset, Partial<OidcSettings>> = {
  entra: { clientProof: 'post' },
  google: { issuer: 'https://accounts.google.com', groupsClaim: null },
  okta: { scopes: ['openid', 'profile', 'email', 'groups'] },
  keycloak: {},
  authentik: {},
  generic: {},
};

/** Values that cannot be cleared, only replaced. */
const REQUIRED = new Set([
  'preset',
  'clientProof',
  'scopes',
  'emailClaim',
  'nameClaim',
  'groupOverflow',
  'signOutThere',
]);

/** The configuration that results from a change, checked; every refusal names its field below `/oidc`. */
export function configureOidc(before: Partial<OidcSettings>, given: OidcSettingsInputDto): OidcSettings {
  const preset = given.preset ?? before.preset ?? 'generic';
  const started = before.preset === preset ? before : { ...PRESETS[preset], ...kept(before) };
  const next = { ...START, ...started, ...withoutNulls(given), preset } as OidcSettings;
  next.scopes = ['openid', ...next.scopes.filter((scope) => scope !== 'openid')];
  if (preset === 'entra') return { ...next, ...entra(next) };
  if (next.issuer) next.issuer = address(next.issuer.replace(new RegExp(`${DISCOVERY}/?$`), ''), '/oidc/issuer');
  return next;
}

/** What cannot be guessed and is still missing, in words. */
export function missingOidc(
  { preset, issuer, clientId, hostedDomain }: OidcSettings,
  secrets: readonly string[],
): string[] {
  return [
    ...(preset === 'entra' && !issuer ? ['The directory (tenant) id.'] : []),
    ...(preset !== 'entra' && !issuer ? ['The issuer, or the address of the discovery document.'] : []),
    // Without it everybody with a Google account gets in who may use the application there.
    ...(preset === 'google' && !hostedDomain ? ['The Google Workspace domain.'] : []),
    ...(clientId ? [] : ['The client id.']),
    ...(secrets.includes('client-secret') ? [] : ['The client secret.']),
  ];
}

/** Another preset keeps who we are there, and starts over with the rest. */
const kept = ({ clientId }: Partial<OidcSettings>): Partial<OidcSettings> => (clientId ? { clientId } : {});

function withoutNulls(given: OidcSettingsInputDto): Partial<OidcSettings> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => value !== undefined && (value !== null || !REQUIRED.has(name))),
  );
}

/** One tenant, pinned: the issuer follows from it, and never is the one for everybody. */
function entra({ tenantId, authority, graph }: OidcSettings): Partial<OidcSettings> {
  const [login, api] = [authority ?? START.authority, graph ?? START.graph] as [string, string];
  const base = address(login, '/oidc/authority').replace(/\/$/, '');
  const facts = { authority: base, graph: address(api, '/oidc/graph').replace(/\/$/, '') };
  if (!tenantId) return { ...facts, tenantId: null, issuer: null };
  if (!GUID.test(tenantId))
    throw Invalid.field(
      '/oidc/tenantId',
      'format',
      'Enter the directory (tenant) id, a GUID from the Overview page. "common" and "organizations" would let in everybody with a Microsoft account.',
    );
  const tenant = tenantId.toLowerCase();
  return { ...facts, tenantId: tenant, issuer: `${base}/${tenant}/v2.0` };
}

function address(text: string, pointer: string): string {
  const url = URL.parse(text);
  if (!url || !['https:', 'http:'].includes(url.protocol))
    throw Invalid.field(pointer, 'address', 'Enter a complete address that starts with https://.');
  if (url.username || url.password || url.search || url.hash)
    throw Invalid.field(pointer, 'address', 'Enter the address without user name, query or fragment.');
  return text;
}

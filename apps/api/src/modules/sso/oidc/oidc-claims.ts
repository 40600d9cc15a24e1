import type { JWTPayload } from 'jose';
import type { ExternalProof } from '../entering/external-proof';
import { SsoRefused } from '../entering/sso-refused';
import type { OidcSettings } from './oidc-config';

type Claims = Record<string, unknown>;

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
const MOST_GROUPS = 10_000;

/** Who somebody is, out of verified claims. The key never changes; everything else is for showing. */
export function proofOf(settings: OidcSettings, claims: JWTPayload, groups: readonly string[]): ExternalProof {
  const email = emailOf(settings, claims);
  return {
    subject: subjectOf(settings, claims),
    email,
    name: nameOf(settings, claims) ?? email,
    groups,
    amr: texts(claims['amr']),
    acr: [...texts(claims['acr']), ...texts(claims['acrs'])],
    authTime: typeof claims['auth_time'] === 'number' ? new Date(claims['auth_time'] * 1000) : null,
    providerSession: text(claims['sid']),
    logoutHint: null,
  };
}

/**
 * Issuer and subject; at Entra ID tenant and object, which stay when an application is registered anew. The tenant must
 * be the configured one: another tenant's administrator can give their people any address and any name.
 */
export function subjectOf({ preset, tenantId, hostedDomain }: OidcSettings, claims: Claims): string {
  if (preset === 'google' && hostedDomain && claims['hd'] !== hostedDomain)
    throw new SsoRefused(
      'domain_wrong',
      `This Google account is not in the Workspace domain ${hostedDomain}.`,
      '/oidc/hostedDomain',
    );
  if (preset !== 'entra') return `${String(claims['iss'])}|${String(claims['sub'])}`;
  if (typeof claims['tid'] !== 'string' || claims['tid'].toLowerCase() !== tenantId)
    throw new SsoRefused('tenant_wrong', 'This account belongs to another directory (tenant).', '/oidc/tenantId');
  const oid = text(claims['oid']);
  if (!oid) throw new SsoRefused('claim_missing', 'The token lacks "oid", the object id of the person.');
  return `${claims['tid'].toLowerCase()}|${oid.toLowerCase()}`;
}

/** The values of the groups claim; `overflow` when the provider left them out because there are too many. */
export function groupsOf({ groupsClaim }: OidcSettings, claims: Claims): string[] | 'overflow' {
  if (!groupsClaim) return [];
  const elsewhere = claims['_claim_names'];
  const leftOut = typeof elsewhere === 'object' && elsewhere !== null && groupsClaim in elsewhere;
  if (leftOut || claims['hasgroups'] === true || claims['hasgroups'] === 'true') return 'overflow';
  const groups = texts(claimAt(claims, groupsClaim));
  return groups.length > MOST_GROUPS ? 'overflow' : groups;
}

/** Whether the ID token says everything we show and map; otherwise the userinfo endpoint is asked. */
export function lacksSomething(settings: OidcSettings, claims: Claims): boolean {
  const { emailClaim, nameClaim, groupsClaim } = settings;
  const wanted = [emailClaim, nameClaim, ...(groupsClaim ? [groupsClaim] : [])];
  return groupsOf(settings, claims) !== 'overflow' && wanted.some((name) => claimAt(claims, name) === undefined);
}

/** `realm_access.roles` reaches inside; a claim whose own name has a dot is found first. */
function claimAt(claims: Claims, path: string): unknown {
  if (path in claims) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Claims)[key] : undefined),
      claims,
    );
}

/** An address the provider itself calls unverified is nobody's. */
function emailOf({ emailClaim, preset }: OidcSettings, claims: Claims): string | null {
  const given = text(claimAt(claims, emailClaim));
  const shown = given ?? (preset === 'entra' ? text(claims['preferred_username']) : null);
  const email = shown?.trim() ?? '';
  return claims['email_verified'] !== false && ADDRESS.test(email) && email.length <= 254 ? email : null;
}

function nameOf({ nameClaim }: OidcSettings, claims: Claims): string | null {
  const parts = [text(claims['given_name']), text(claims['family_name'])].filter(Boolean).join(' ');
  const name = text(claimAt(claims, nameClaim)) ?? (parts || null);
  return name ? [...name.trim().toWellFormed()].slice(0, 120).join('') || null : null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');

import type { ExternalProof } from '../../entering/external-proof';
import { SsoRefused } from '../../entering/sso-refused';
import type { SamlSettings } from '../connection/saml-config';
import type { SamlAttribute, SamlSubject, VerifiedAssertion } from '../response/response.expectation';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;
/** Entra ID sends a link in place of more than 150 groups; a part must never be taken for the whole. */
const LINK_TO_GROUPS = 'http://schemas.microsoft.com/claims/groups.link';

/** Who somebody is, out of a verified assertion. The key never changes; everything else is for showing. */
export function proofOf(settings: SamlSettings, assertion: VerifiedAssertion): ExternalProof {
  const { subject, attributes, context, signedInAt, sessionIndex } = assertion;
  const [email = null] = valuesOf(attributes, settings.emailAttribute).filter((text) => ADDRESS.test(text));
  const [name = null] = valuesOf(attributes, settings.nameAttribute);
  return {
    subject: subjectKey(subject),
    email,
    name: name ?? email,
    groups: groupsOf(settings, attributes),
    amr: [],
    acr: context ? [context] : [],
    authTime: signedInAt,
    providerSession: sessionIndex,
    logoutHint: { ...subject, ...(sessionIndex ? { sessionIndex } : {}) },
  };
}

/** NameID within its qualifier; the first bar is the one between them. */
export const subjectKey = ({ value, nameQualifier }: SamlSubject): string =>
  `${nameQualifier.replaceAll('|', '%7C')}|${value}`;

/** What the provider said, for the test of a connection. */
export function claimsOf({ subject, attributes, ...said }: VerifiedAssertion): Record<string, unknown> {
  const { context, sessionIndex, encrypted, issuer } = said;
  const named = attributes.map(({ name, values }) => [name, values.length === 1 ? values[0] : values] as const);
  return {
    NameID: subject.value,
    NameQualifier: subject.nameQualifier,
    Issuer: issuer,
    AuthnContextClassRef: context,
    SessionIndex: sessionIndex,
    'encrypted assertion': encrypted,
    ...Object.fromEntries(named),
  };
}

function groupsOf({ groupsAttribute }: SamlSettings, attributes: readonly SamlAttribute[]): string[] {
  if (!groupsAttribute) return [];
  if (attributes.some(({ name }) => name === LINK_TO_GROUPS))
    throw new SsoRefused(
      'groups_incomplete',
      'The provider left the groups out because there are too many. At Entra ID, send only the groups assigned to the application.',
      '/saml/groupsAttribute',
    );
  return valuesOf(attributes, groupsAttribute);
}

function valuesOf(attributes: readonly SamlAttribute[], wanted: string): string[] {
  const found =
    attributes.find(({ name }) => name === wanted) ?? attributes.find(({ friendlyName }) => friendlyName === wanted);
  return found?.values ?? [];
}

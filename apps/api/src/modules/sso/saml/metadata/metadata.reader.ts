import { BINDING, NS } from '../message/namespaces';
import { attribute, childrenOf, descendants, named, onlyChild, parseXml, trimmedText } from '../message/saml-element';
import { SamlRefusal } from '../refusal';
import { readCertificate, type SigningCertificate } from './certificate';
import { METADATA_LIMITS } from './metadata.limits';
import { MetadataProblem, type MetadataProblemCode } from './metadata.problem';

/** Where a browser is sent, and how. */
export interface Endpoint {
  binding: 'redirect' | 'post';
  url: string;
  /** Where answers go, if elsewhere. */
  responseUrl: string | null;
}

/** What is needed of an identity provider. */
export interface ProviderMetadata {
  entityId: string;
  name: string | null;
  signOn: Endpoint[];
  logout: Endpoint[];
  certificates: SigningCertificate[];
  validUntil: Date | null;
}

/** One provider of a file that describes several. */
export interface ProviderChoice {
  entityId: string;
  name: string | null;
}

/** What a metadata file says: one provider, or several of which one must be chosen. */
export type Metadata = { provider: ProviderMetadata } | { choices: ProviderChoice[] };

/** Reads metadata; `entityId` chooses where the file describes several providers. */
export function readMetadata(text: string, now: Date, entityId?: string): Metadata {
  const root = documentOf(text);
  const providers = entitiesOf(root).filter((entity) => roleOf(entity));
  if (providers.length === 0) throw new MetadataProblem('no_provider');
  if (providers.length > 1 && entityId === undefined) return { choices: providers.map(choiceOf) };
  const chosen = providers.find((each) => entityId === undefined || attribute(each, 'entityID') === entityId);
  if (!chosen) throw new MetadataProblem('unknown_provider');
  return { provider: providerOf(chosen, now) };
}

const REFUSED: Partial<Record<SamlRefusal['code'], MetadataProblemCode>> = {
  'message.too_large': 'too_large',
  'message.doctype': 'doctype',
};

function documentOf(text: string): Element {
  if (text.trim() === '') throw new MetadataProblem('empty');
  if (/^\s*(<!doctype html|<html)/i.test(text)) throw new MetadataProblem('web_page');
  try {
    return parseXml(text.replace(/^\uFEFF/, ''), METADATA_LIMITS);
  } catch (error) {
    if (!(error instanceof SamlRefusal)) throw error;
    throw new MetadataProblem(REFUSED[error.code] ?? 'not_xml');
  }
}

function entitiesOf(root: Element): Element[] {
  if (named(root, NS.metadata, 'EntityDescriptor')) return [root];
  if (named(root, NS.metadata, 'EntitiesDescriptor')) return descendants(root, NS.metadata, 'EntityDescriptor');
  throw new MetadataProblem('not_metadata');
}

const roleOf = (entity: Element): Element | undefined => childrenOf(entity, NS.metadata, 'IDPSSODescriptor')[0];

const choiceOf = (entity: Element): ProviderChoice => ({
  entityId: attribute(entity, 'entityID') ?? '',
  name: displayName(entity),
});

function providerOf(entity: Element, now: Date): ProviderMetadata {
  const role = roleOf(entity)!;
  const entityId = attribute(entity, 'entityID')?.trim();
  if (!entityId) throw new MetadataProblem('no_entity_id');
  if (!attribute(role, 'protocolSupportEnumeration')?.includes(NS.protocol)) throw new MetadataProblem('no_protocol');
  const signOn = endpoints(role, 'SingleSignOnService');
  if (signOn.length === 0) throw new MetadataProblem('no_sign_on');
  return {
    entityId,
    name: displayName(entity),
    signOn,
    logout: endpoints(role, 'SingleLogoutService'),
    certificates: certificatesOf(role, now),
    validUntil: validUntil(role) ?? validUntil(entity),
  };
}

/** Redirect first: it needs no page of ours to send a form. */
function endpoints(role: Element, name: string): Endpoint[] {
  const services = childrenOf(role, NS.metadata, name);
  return (['redirect', 'post'] as const).flatMap((binding) => {
    const service = services.find((each) => attribute(each, 'Binding') === BINDING[binding]);
    const url = service && attribute(service, 'Location');
    if (!service || !url) return [];
    const responseUrl = attribute(service, 'ResponseLocation') ?? null;
    if (![url, responseUrl ?? url].every(safeAddress)) throw new MetadataProblem('insecure_address');
    return [{ binding, url, responseUrl }];
  });
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** https, or this very machine. */
export function safeAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)));
}

function certificatesOf(role: Element, now: Date): SigningCertificate[] {
  const descriptors = childrenOf(role, NS.metadata, 'KeyDescriptor').filter((each) =>
    ['signing', undefined].includes(attribute(each, 'use')),
  );
  const texts = descriptors.flatMap((each) => descendants(each, NS.signature, 'X509Certificate')).map(trimmedText);
  const read = texts.filter(Boolean).map((text) => readCertificate(text!, now));
  if (read.includes(undefined)) throw new MetadataProblem('bad_certificate');
  const certificates = [...new Map(read.map((each) => [each!.fingerprint, each!])).values()];
  if (certificates.length === 0) throw new MetadataProblem('no_certificate');
  if (certificates.every(({ trouble }) => trouble === 'weak')) throw new MetadataProblem('weak_certificate');
  return certificates;
}

function validUntil(element: Element): Date | null {
  const text = attribute(element, 'validUntil');
  const moment = text ? new Date(text) : null;
  return moment && !Number.isNaN(moment.getTime()) ? moment : null;
}

function displayName(entity: Element): string | null {
  const organisation = onlyChild(entity, NS.metadata, 'Organization');
  const name = organisation && childrenOf(organisation, NS.metadata, 'OrganizationDisplayName')[0];
  return trimmedText(name)?.slice(0, 120) || null;
}

import { BINDING, NAME_ID, NS } from '../message/namespaces';

/** What an identity provider needs to know about us. */
export interface OwnAddresses {
  entityId: string;
  consumerUrl: string;
  logoutUrl: string;
}

/** Our certificates: one that shows who asked, one to encrypt to. */
export interface OwnCertificates {
  signing: string;
  encryption: string;
}

const GCM = ['aes256-gcm', 'aes128-gcm'];

/** Our metadata. node-saml would write it too, but offers CBC encryption there, which we refuse. */
export function ownMetadata({ entityId, consumerUrl, logoutUrl }: OwnAddresses, own: OwnCertificates): string {
  const service = (name: string, binding: string, url: string): string =>
    `<md:${name} Binding="${binding}" Location="${escaped(url)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<md:EntityDescriptor xmlns:md="${NS.metadata}" xmlns:ds="${NS.signature}" entityID="${escaped(entityId)}">`,
    `  <md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${NS.protocol}">`,
    keyDescriptor('signing', own.signing),
    keyDescriptor('encryption', own.encryption),
    `    ${service('SingleLogoutService', BINDING.redirect, logoutUrl)}/>`,
    `    ${service('SingleLogoutService', BINDING.post, logoutUrl)}/>`,
    `    <md:NameIDFormat>${NAME_ID.persistent}</md:NameIDFormat>`,
    `    ${service('AssertionConsumerService', BINDING.post, consumerUrl)} index="0" isDefault="true"/>`,
    '  </md:SPSSODescriptor>',
    '</md:EntityDescriptor>',
    '',
  ].join('\n');
}

function keyDescriptor(use: keyof OwnCertificates, pem: string): string {
  const body = pem.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '');
  const methods = GCM.map((name) => `<md:EncryptionMethod Algorithm="${NS.encryption11}${name}"/>`);
  return [
    `    <md:KeyDescriptor use="${use}">`,
    `      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>${body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`,
    ...(use === 'encryption' ? [`      ${methods.join('')}`] : []),
    '    </md:KeyDescriptor>',
  ].join('\n');
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

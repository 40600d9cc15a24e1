import type { Profile, SAML, SamlConfig } from '@node-saml/node-saml';
import { NAME_ID } from '../message/namespaces';
import type { Endpoint } from '../metadata/metadata.reader';
import type { CertifiedKey } from '../keys/self-signed';

/** Us, as a sender of signed messages. */
export interface Sender {
  entityId: string;
  consumerUrl: string;
  key: CertifiedKey;
}

/** A message on its way: an address to go to, or a form to post there. */
export type Outgoing =
  { binding: 'redirect'; url: string } | { binding: 'post'; url: string; fields: Record<string, string> };

/** One request for a sign-in. */
export interface SignInRequest {
  id: string;
  relayState: string;
  /** Ask the provider to see the person again, whatever session it has. */
  repeated: boolean;
}

/** A signed AuthnRequest for this endpoint. */
export async function signInRequest(sender: Sender, to: Endpoint, request: SignInRequest): Promise<Outgoing> {
  const saml = await writer({ ...common(sender, to, request.id), forceAuthn: request.repeated });
  if (to.binding === 'redirect')
    return { binding: 'redirect', url: await saml.getAuthorizeUrlAsync(request.relayState, undefined, {}) };
  const fields = await saml.getAuthorizeMessageAsync(request.relayState);
  return { binding: 'post', url: to.url, fields: fields as Record<string, string> };
}

/** Whose session ends, as the provider named the person and the session. */
export interface LogoutSubject {
  value: string;
  nameQualifier: string;
  sessionIndex: string | null;
}

/** A signed LogoutRequest, by redirect. */
export async function logoutRequest(
  sender: Sender,
  to: Endpoint,
  { id, relayState, subject }: { id: string; relayState: string; subject: LogoutSubject },
): Promise<string> {
  const profile = {
    nameID: subject.value,
    nameIDFormat: NAME_ID.persistent,
    nameQualifier: subject.nameQualifier,
    spNameQualifier: sender.entityId,
    sessionIndex: subject.sessionIndex ?? undefined,
  };
  return (await writer(common(sender, to, id))).getLogoutUrlAsync(profile as Profile, relayState, {});
}

/** A signed LogoutResponse, by redirect. */
export async function logoutResponse(
  sender: Sender,
  to: Endpoint,
  { id, relayState, answers, success }: { id: string; relayState: string; answers: string; success: boolean },
): Promise<string> {
  const saml = await writer(common(sender, { ...to, url: to.responseUrl ?? to.url }, id));
  return saml.getLogoutResponseUrlAsync({ ID: answers } as Profile, relayState, {}, success);
}

/** Read when the first message leaves: most installations send none. */
const writer = async (config: SamlConfig): Promise<SAML> => new (await import('@node-saml/node-saml')).SAML(config);

/** node-saml only writes here; reading and believing is ours, so what it asks for that is left empty. */
const common = ({ entityId, consumerUrl, key }: Sender, to: Endpoint, id: string): SamlConfig => ({
  issuer: entityId,
  callbackUrl: consumerUrl,
  entryPoint: to.url,
  logoutUrl: to.url,
  idpCert: key.certificate,
  privateKey: key.privateKey,
  publicCert: key.certificate,
  signatureAlgorithm: 'sha256',
  digestAlgorithm: 'sha256',
  identifierFormat: NAME_ID.persistent,
  disableRequestedAuthnContext: true,
  // A posted message is plain base64, a redirected one is deflated first.
  skipRequestCompression: to.binding === 'post',
  authnRequestBinding: to.binding === 'post' ? 'HTTP-POST' : 'HTTP-Redirect',
  generateUniqueId: () => id,
});

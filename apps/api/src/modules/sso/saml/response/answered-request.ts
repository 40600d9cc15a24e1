import { decodePosted } from '../message/message.decoder';
import { attribute, parseXml } from '../message/saml-element';

/** The request a posted response claims to answer, before anything of it is believed; null when it claims none. */
export function answeredRequest(posted: string | undefined): string | null {
  return attribute(parseXml(decodePosted(posted)), 'InResponseTo') ?? null;
}

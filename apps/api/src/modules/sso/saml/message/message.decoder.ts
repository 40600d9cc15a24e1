import { inflateRawSync } from 'node:zlib';
import { SamlRefusal } from '../refusal';
import { MESSAGE_LIMITS } from './message.guard';

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;
const LONGEST = Math.ceil(MESSAGE_LIMITS.bytes / 3) * 4;

/** The XML inside a posted SAMLResponse or SAMLRequest. */
export function decodePosted(value: string | undefined): string {
  return utf8(decodeBase64(value));
}

/** The XML inside the query of a redirect: deflated, and never let out beyond the limit. */
export function decodeRedirected(value: string | undefined): string {
  return utf8(inflate(decodeBase64(value)));
}

function decodeBase64(value: string | undefined): Buffer {
  if (!value) throw new SamlRefusal('message.missing');
  // Line breaks of MIME encoders count a little on top.
  if (value.length > LONGEST * 1.05) throw new SamlRefusal('message.too_large');
  if (!BASE64.test(value)) throw new SamlRefusal('message.not_base64');
  return Buffer.from(value, 'base64');
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MESSAGE_LIMITS.bytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new SamlRefusal(tooLarge ? 'message.too_large' : 'message.not_xml');
  }
}

function utf8(bytes: Buffer): string {
  if (bytes.length > MESSAGE_LIMITS.bytes) throw new SamlRefusal('message.too_large');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SamlRefusal('message.not_xml', { found: 'bytes that are not UTF-8' });
  }
}

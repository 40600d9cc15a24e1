import type { KeyObject } from 'node:crypto';
import { SamlRefusal } from '../refusal';
import { ACCEPTED } from './signature.algorithms';
import type { Trust } from './signature.verifier';

/** The parts of a redirected message, exactly as they stood in the address. */
export interface RedirectedMessage {
  kind: 'SAMLRequest' | 'SAMLResponse';
  message: string;
  relayState: string | null;
}

const NAMES = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'] as const;
type Name = (typeof NAMES)[number];

/**
 * Believes a redirected message by the signature in its query. What is signed is the text of the address itself, so
 * it is split here and nowhere decoded twice; every name may appear once.
 */
export function verifyQuery(query: string, trust: Trust): RedirectedMessage {
  const raw = rawParameters(query);
  const kind = raw.has('SAMLRequest') ? 'SAMLRequest' : 'SAMLResponse';
  const other = kind === 'SAMLRequest' ? 'SAMLResponse' : 'SAMLRequest';
  if (!raw.has(kind) || raw.has(other)) throw new SamlRefusal('message.missing');
  const signature = value(raw, 'Signature');
  if (!signature) throw new SamlRefusal('signature.message_missing', { part: kind });
  const algorithm = value(raw, 'SigAlg') ?? 'none';
  const Algorithm = (trust.algorithms ?? ACCEPTED).signatures[algorithm];
  if (!Algorithm) throw new SamlRefusal('signature.algorithm', { found: algorithm, part: kind });
  const order: Name[] = [kind, 'RelayState', 'SigAlg'];
  const signed = order.filter((name) => raw.has(name));
  const text = signed.map((name) => `${name}=${raw.get(name)}`).join('&');
  const fits = (key: KeyObject): boolean => new Algorithm().verifySignature(text, key, signature);
  if (!trust.keys.some(fits)) throw new SamlRefusal('signature.invalid', { part: kind });
  return { kind, message: value(raw, kind)!, relayState: value(raw, 'RelayState') ?? null };
}

function rawParameters(query: string): Map<Name, string> {
  const found = new Map<Name, string>();
  for (const pair of query.split('&')) {
    const cut = pair.indexOf('=');
    const name = pair.slice(0, cut) as Name;
    if (cut < 0 || !NAMES.includes(name)) continue;
    if (found.has(name)) throw new SamlRefusal('message.unexpected', { found: `two ${name}`, expected: 'one' });
    found.set(name, pair.slice(cut + 1));
  }
  return found;
}

function value(raw: Map<Name, string>, name: Name): string | undefined {
  const text = raw.get(name);
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new SamlRefusal('message.unexpected', { found: `a broken ${name}`, expected: 'percent encoding' });
  }
}

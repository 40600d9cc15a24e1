import type { KeyObject } from 'node:crypto';
import type { Trust } from '../signature/signature.verifier';

/** What a response must fit: the connection it came over and the request it answers. */
export interface ResponseExpectation {
  /** The identity provider's entity ID, and its pinned keys. */
  issuer: string;
  trust: Trust;
  /** Our own entity ID and assertion consumer address. */
  audience: string;
  consumerUrl: string;
  /** The request that is answered; null where the connection lets the provider begin. */
  requestId: string | null;
  /** When that request asked for a repeated sign-in: the moment it was made. */
  repeatedSince?: Date;
  /** `response` for providers that sign the response as a whole and nothing inside it. */
  assertionSignature: 'required' | 'response';
  decryptionKeys: readonly KeyObject[];
  now: Date;
}

/** The person as the provider named them: one subject of one connection, never an e-mail address. */
export interface SamlSubject {
  value: string;
  nameQualifier: string;
}

/** One attribute the provider sent, as it was sent. */
export interface SamlAttribute {
  name: string;
  friendlyName: string | null;
  values: string[];
}

/** What is known after all checks held; read from signed bytes only. */
export interface VerifiedAssertion {
  id: string;
  /** After this moment time itself refuses the assertion, so its id need not be remembered longer. */
  rememberUntil: Date;
  issuer: string;
  subject: SamlSubject;
  sessionIndex: string | null;
  signedInAt: Date;
  context: string | null;
  attributes: SamlAttribute[];
  encrypted: boolean;
}

/** Every reason for which a SAML message is refused; events and the test sign-in carry these codes. */
export const SAML_REFUSALS = [
  'message.missing',
  'message.too_large',
  'message.not_base64',
  'message.not_xml',
  'message.doctype',
  'message.instruction',
  'message.comment',
  'message.duplicate_id',
  'message.unexpected',
  'status.not_success',
  'assertion.missing',
  'assertion.several',
  'assertion.replayed',
  'signature.response_missing',
  'signature.assertion_missing',
  'signature.message_missing',
  'signature.misplaced',
  'signature.shape',
  'signature.algorithm',
  'signature.invalid',
  'encryption.algorithm',
  'encryption.failed',
  'encryption.part',
  'issuer.wrong',
  'destination.wrong',
  'recipient.wrong',
  'request.unsolicited',
  'request.unknown',
  'audience.wrong',
  'conditions.missing',
  'conditions.unknown',
  'confirmation.missing',
  'confirmation.wrong',
  'time.missing',
  'time.expired',
  'time.early',
  'time.old',
  'sign_in.missing',
  'sign_in.old',
  'sign_in.not_repeated',
  'name_id.missing',
  'name_id.format',
  'name_id.qualifier',
  'name_id.unclear',
  'attribute.repeated',
] as const;
export type SamlRefusalCode = (typeof SAML_REFUSALS)[number];

/** What was found and what should have been there; nothing in here is ever a secret. */
export interface RefusalFacts {
  found?: string | null;
  expected?: string | null;
  /** Where in the message: `Response`, `Assertion`, `Conditions` ... */
  part?: string;
  seconds?: number;
}

const LONGEST_FACT = 300;
const plain = (text: string | null | undefined): string | null | undefined =>
  text?.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, LONGEST_FACT);

/** A SAML message that is not believed, with the reason an administrator needs and a visitor never sees. */
export class SamlRefusal extends Error {
  readonly facts: RefusalFacts;
  constructor(
    readonly code: SamlRefusalCode,
    facts: RefusalFacts = {},
  ) {
    super(`SAML message refused: ${code}`);
    this.name = 'SamlRefusal';
    this.facts = { ...facts, found: plain(facts.found), expected: plain(facts.expected) };
  }
}

import { SsoRefused, type SsoReason } from '../entering/sso-refused';
import type { SamlRefusal, SamlRefusalCode } from './refusal';
import { refusalWords } from './refusal.words';

const REASONS: Record<SamlRefusalCode, SsoReason> = {
  'message.missing': 'malformed',
  'message.too_large': 'too_large',
  'message.not_base64': 'malformed',
  'message.not_xml': 'malformed',
  'message.doctype': 'malformed',
  'message.instruction': 'malformed',
  'message.comment': 'malformed',
  'message.duplicate_id': 'malformed',
  'message.unexpected': 'malformed',
  'status.not_success': 'provider_error',
  'assertion.missing': 'malformed',
  'assertion.several': 'malformed',
  'assertion.replayed': 'replayed',
  'signature.response_missing': 'unsigned',
  'signature.assertion_missing': 'unsigned',
  'signature.message_missing': 'unsigned',
  'signature.misplaced': 'signature_wrong',
  'signature.shape': 'signature_wrong',
  'signature.algorithm': 'algorithm_refused',
  'signature.invalid': 'signature_wrong',
  'encryption.algorithm': 'encryption_refused',
  'encryption.failed': 'encryption_refused',
  'encryption.part': 'encryption_refused',
  'issuer.wrong': 'issuer_mismatch',
  'destination.wrong': 'destination_wrong',
  'recipient.wrong': 'destination_wrong',
  'request.unsolicited': 'unsolicited',
  'request.unknown': 'request_unknown',
  'audience.wrong': 'audience_wrong',
  'conditions.missing': 'conditions_wrong',
  'conditions.unknown': 'conditions_wrong',
  'confirmation.missing': 'conditions_wrong',
  'confirmation.wrong': 'conditions_wrong',
  'time.missing': 'malformed',
  'time.expired': 'expired',
  'time.early': 'from_future',
  'time.old': 'expired',
  'sign_in.missing': 'claim_missing',
  'sign_in.old': 'login_not_fresh',
  'sign_in.not_repeated': 'login_not_fresh',
  'name_id.missing': 'name_id_wrong',
  'name_id.format': 'name_id_wrong',
  'name_id.qualifier': 'name_id_wrong',
  'name_id.unclear': 'name_id_wrong',
  'attribute.repeated': 'malformed',
};

/** Settings of ours that decide about a refusal. */
const POINTERS: Partial<Record<SamlRefusalCode, string>> = {
  'signature.invalid': '/saml/certificates',
  'signature.assertion_missing': '/saml/assertionSignature',
  'issuer.wrong': '/saml/entityId',
  'request.unsolicited': '/saml/providerInitiated',
};

/** A refusal of a SAML message in the words all kinds of connections share. */
export function refusedBy(refusal: SamlRefusal): SsoRefused {
  const { sentence, field, wayOut } = refusalWords(refusal);
  const words = `${sentence} Look at: ${field}. ${wayOut}`;
  return new SsoRefused(REASONS[refusal.code], words, POINTERS[refusal.code] ?? null, { cause: refusal });
}

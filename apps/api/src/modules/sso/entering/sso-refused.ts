/** Why a sign-in through a connection was refused, or a connection does not work: for the audit log and for tests. */
export const SSO_REASONS = [
  // the way back to us
  'attempt_unknown',
  'cancelled',
  'provider_error',
  'connection_off',
  // the other side as such
  'address',
  'blocked',
  'unresolved',
  'unreachable',
  'tls',
  'timeout',
  'redirected',
  'too_large',
  'encoded',
  'malformed',
  'not_found',
  'unsupported',
  // what it says of itself and of us
  'issuer_mismatch',
  'client_refused',
  'code_refused',
  'algorithm_refused',
  'key_unknown',
  'signature_wrong',
  'nonce_wrong',
  'audience_wrong',
  'party_wrong',
  'expired',
  'from_future',
  'hash_wrong',
  'login_not_fresh',
  'factor_missing',
  'tenant_wrong',
  'domain_wrong',
  'claim_missing',
  'groups_incomplete',
  // what only SAML says
  'unsigned',
  'replayed',
  'unsolicited',
  'request_unknown',
  'destination_wrong',
  'conditions_wrong',
  'encryption_refused',
  'name_id_wrong',
  // what only a directory says
  'starttls_refused',
  'bind_refused',
  'base_not_found',
  'size_limit',
  'name_refused',
  'password_empty',
  'password_wrong',
  'entry_unknown',
  'entry_ambiguous',
  'entry_disabled',
  'entry_locked',
  'entry_expired',
  'key_missing',
  'too_many_removed',
  'sync_failed',
  // what we make of the person
  'identity_unknown',
  'identity_taken',
  'email_missing',
  'email_taken',
  'domain_not_served',
  'account_disabled',
  'other_person',
] as const;
export type SsoReason = (typeof SSO_REASONS)[number];

/** A refusal with its reason and a sentence for the administrator; neither is shown at the sign-in page. */
export class SsoRefused extends Error {
  constructor(
    readonly reason: SsoReason,
    /** What is wrong and what to do about it, for an administrator. */
    readonly sentence: string,
    /** The setting to look at, as a pointer such as `/oidc/issuer`. */
    readonly pointer: string | null = null,
    options: { cause?: unknown } = {},
  ) {
    super(sentence, options);
    this.name = 'SsoRefused';
  }
}

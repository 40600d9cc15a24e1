import { OutgoingError } from '../../../platform/outgoing';
import { SsoRefused, type SsoReason } from '../entering/sso-refused';

interface Fault {
  name?: string;
  code?: string;
  error?: string;
  error_description?: string;
  status?: number;
  message?: string;
  cause?: unknown;
}

interface ClaimFault {
  claim?: string;
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  parameters?: unknown;
  attribute?: string;
}

/** Whatever went wrong while talking to a provider, as a reason and a sentence that says which setting to look at. */
export function explainOidc(error: unknown, hushed = (words: string): string => words): unknown {
  if (error instanceof SsoRefused) return error;
  const chain = chainOf(error);
  const outgoing = chain.find((one) => one instanceof OutgoingError);
  if (outgoing instanceof OutgoingError)
    return new SsoRefused(outgoing.reason, outgoing.message, '/oidc/issuer', { cause: error });
  for (const fault of chain as Fault[]) {
    const refused = fromChallenge(fault) ?? fromAnswer(fault, hushed) ?? fromClaims(fault);
    if (refused) return refused;
  }
  const [{ code = '' } = {}] = chain as Fault[];
  if (code.startsWith('OAUTH_'))
    return new SsoRefused(
      'malformed',
      `The provider gave an answer that is not OpenID Connect (${code.slice(6).toLowerCase().replaceAll('_', ' ')}).`,
      '/oidc/issuer',
      { cause: error },
    );
  return error;
}

function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let at = error; at && chain.length < 6; at = (at as Fault).cause) chain.push(at);
  return chain;
}

/** A token endpoint that answers 401 with a challenge, as it should where the secret came in the header. */
function fromChallenge({ code, status, cause }: Fault): SsoRefused | undefined {
  if (code !== 'OAUTH_WWW_AUTHENTICATE_CHALLENGE' || status !== 401) return undefined;
  const challenges = Array.isArray(cause) ? (cause as { scheme?: string }[]) : [];
  // "Bearer" is about a token, not about us.
  return challenges.some(({ scheme }) => scheme?.toLowerCase() === 'basic') ? clientRefused('') : undefined;
}

const clientRefused = (words: string): SsoRefused =>
  new SsoRefused(
    'client_refused',
    `The provider does not accept our client${words}. Check client id and client secret; the secret may have expired.`,
    '/oidc/clientSecret',
  );

/** The provider's own words: an error at its sign-in page, or from its token endpoint. */
function fromAnswer(
  { name, error, error_description: told }: Fault,
  hushed: (words: string) => string,
): SsoRefused | undefined {
  if (typeof error !== 'string') return undefined;
  const words = hushed(`"${error}${told ? `: ${String(told)}` : ''}`).slice(0, 300) + '"';
  if (name === 'AuthorizationResponseError')
    return error === 'access_denied'
      ? new SsoRefused(
          'cancelled',
          `The provider says ${words}: the person went back, or may not use this application.`,
        )
      : new SsoRefused('provider_error', `The provider says ${words}.`);
  if (error === 'invalid_client' || error === 'unauthorized_client') return clientRefused(`: ${words}`);
  if (error === 'invalid_grant')
    return new SsoRefused(
      'code_refused',
      `The provider does not accept its own code: ${words}. It was used before, took too long, or the redirect address registered there is another one.`,
    );
  return new SsoRefused('provider_error', `The token endpoint says ${words}.`);
}

const BY_CLAIM: Record<string, [reason: SsoReason, sentence: string, pointer: string | null]> = {
  iss: ['issuer_mismatch', 'The token was issued by somebody else than the configured issuer.', '/oidc/issuer'],
  aud: ['audience_wrong', 'The token is meant for another client. Check the client id.', '/oidc/clientId'],
  azp: ['party_wrong', 'The token was handed to another client. Check the client id.', '/oidc/clientId'],
  nonce: ['nonce_wrong', 'The token belongs to another sign-in.', null],
  exp: [
    'expired',
    'The token has expired already. Check the clocks here and at the provider: they differ, or the provider gives very short tokens.',
    null,
  ],
  nbf: [
    'from_future',
    'The token is not valid yet. Check the clocks here and at the provider: ours is behind, or theirs is ahead.',
    null,
  ],
  iat: [
    'from_future',
    'The token comes from the future. Check the clocks here and at the provider: ours is behind, or theirs is ahead.',
    null,
  ],
  auth_time: ['login_not_fresh', 'The provider did not ask the person to sign in again.', null],
};

/** What openid-client and jose find wrong with a token or an answer. */
function fromClaims(fault: Fault): SsoRefused | undefined {
  const details = { ...(fault as ClaimFault), ...((fault.cause ?? {}) as ClaimFault) };
  const message = fault.message ?? '';
  if (/"iss" \(issuer\) response parameter|parameter "iss"/.test(message))
    return new SsoRefused(
      'issuer_mismatch',
      'The answer came from another provider than the one that was asked.',
      '/oidc/issuer',
    );
  if (/"state" response parameter/.test(message))
    return new SsoRefused('attempt_unknown', 'The answer belongs to another sign-in.');
  if (/"alg" header/.test(message) || fault.code === 'ERR_JOSE_ALG_NOT_ALLOWED')
    return new SsoRefused(
      'algorithm_refused',
      'The token is signed in a way we do not accept. Let the provider sign with RS256, PS256, ES256 or EdDSA.',
      '/oidc/issuer',
    );
  if (fault.code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED')
    return new SsoRefused(
      'signature_wrong',
      'The signature of the token is wrong: it was not made by the provider, or it was changed on the way.',
    );
  if (fault.code === 'ERR_JWT_EXPIRED') return byClaim('exp');
  const claim = typeof details.claim === 'string' ? details.claim : undefined;
  return claim ? byClaim(claim) : undefined;
}

function byClaim(claim: string): SsoRefused {
  const known = BY_CLAIM[claim];
  return known
    ? new SsoRefused(...known)
    : new SsoRefused('claim_missing', `The token lacks "${claim}", or has it in an unexpected form.`);
}

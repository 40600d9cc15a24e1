import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import type { PasskeyAnswer } from '../../shared/passkeys';
import { withWork, type OnProgress } from './sign-in-work';

/** What stands between the person and the shell after an answer of the sign-in. */
export type SignInState = 'signed_in' | 'totp_required' | 'enrolment_required';
type Outcome = { state?: SignInState } | undefined;

/** What finishes a sign-in that still owes its second factor. */
export type SecondProof = { code: string } | { recoveryCode: string } | { passkey: PasskeyAnswer };

/** One session of the signed-in person. */
export type Session = Api<'Session'>;

/** A change of one's own e-mail address, and what a link about it is for. */
export type EmailChangeState = Api<'EmailChangeState'>;
export type EmailChangeLink = Api<'EmailChangeLink'>;

const emailLink = (token: string) => `auth/links/${encodeURIComponent(token)}/email-change`;

/** What a link in a mail is for. */
export type LinkInfo = { kind: 'invitation' | 'reset'; email: string; name?: string | null };

/** The calls behind the sign-in pages. */
export const auth = {
  login: (body: { email: string; password: string }, onWork: OnProgress = () => undefined) =>
    withWork((work) => api.post<Outcome>('auth/login', { ...body, work }), onWork),
  passkey: (body: { passkey: PasskeyAnswer }) => api.post<Outcome>('auth/passkeys/sign-in', body),
  ways: () => api.get<Api<'SecondFactorWays'>>('auth/second-factor'),
  secondFactor: (body: SecondProof) => api.post<Outcome>('auth/totp', body),
  startEnrolment: () => api.post<{ otpauthUri: string; secret: string }>('auth/totp/enrolment'),
  confirmEnrolment: (codes: [string, string]) =>
    api.post<{ recoveryCodes: string[] }>('auth/totp/enrolment/confirm', { codes }),
  link: (token: string) => api.get<LinkInfo>(`auth/links/${encodeURIComponent(token)}`),
  useLink: (token: string, body: { name?: string; password: string }) =>
    api.post<Outcome>(`auth/links/${encodeURIComponent(token)}`, body),
  emailChange: () => api.get<EmailChangeState>('me/email-change'),
  askEmailChange: (email: string) => api.post<EmailChangeState>('me/email-change', { email }),
  cancelEmailChange: () => api.delete('me/email-change'),
  emailLink: (token: string) => api.get<EmailChangeLink>(emailLink(token)),
  confirmEmail: (token: string) => api.post(emailLink(token)),
  stopEmail: (token: string) => api.delete(emailLink(token)),
  askReset: (email: string) => api.post('auth/reset-requests', { email }),
  renewRecoveryCodes: () => api.post<{ recoveryCodes: string[] }>('auth/recovery-codes'),
  password: (body: { current: string; next: string; code?: string; passkey?: PasskeyAnswer }) =>
    api.post('auth/password', body),
};

/** The page that follows an answer; `next` is where the person wanted to go, only ever a path of our own. */
export function pageAfter(outcome: Outcome, next: string | null): string {
  const target = safePath(next);
  const carried = target === '/' ? '' : `?next=${encodeURIComponent(target)}`;
  if (outcome?.state === 'totp_required') return `/login/2fa${carried}`;
  if (outcome?.state === 'enrolment_required') return `/login/enrol${carried}`;
  return outcome?.state === 'signed_in' ? target : '/login';
}

/** A path on this host, or `/`: an address such as `//evil` or `/\evil` would leave it. */
export function safePath(next: string | null): string {
  return next && /^\/(?![/\\])[^\\\s]*$/.test(next) ? next : '/';
}

/** Digits of a code however it was pasted: `123 456` is `123456`. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '').slice(0, 6);
}

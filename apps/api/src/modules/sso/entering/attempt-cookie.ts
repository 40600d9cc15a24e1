import type { FastifyReply, FastifyRequest } from 'fastify';

/** The cookie a sign-in under way is tied to this browser with. */
export interface AttemptCookie {
  readonly name: string;
  readonly sameSite: 'lax' | 'none';
}

/** For providers that send the person back with a link: Strict cookies would not come along, Lax ones do. */
export const LINK_COOKIE: AttemptCookie = { name: '__Host-sso', sameSite: 'lax' };

/** For providers that send the person back with a form from their own site. */
export const FORM_COOKIE: AttemptCookie = { name: '__Host-sso-form', sameSite: 'none' };

const OPTIONS = { path: '/', httpOnly: true, secure: true } as const;

type CookieReply = { setCookie(name: string, value: string, options: object): unknown };

/** Ties an attempt to this browser. */
export function setAttemptCookie(
  reply: FastifyReply,
  { name, sameSite }: AttemptCookie,
  { value, maxAge }: { value: string; maxAge: number },
): void {
  (reply as unknown as CookieReply).setCookie(name, value, { ...OPTIONS, sameSite, maxAge });
}

/** Forgets the attempt in this browser. */
export function clearAttemptCookie(reply: FastifyReply, { name, sameSite }: AttemptCookie): void {
  (reply as unknown as CookieReply).setCookie(name, '', { ...OPTIONS, sameSite, maxAge: 0 });
}

export function readAttemptCookie(request: FastifyRequest, { name }: AttemptCookie): string | undefined {
  return (request as { cookies?: Record<string, string | undefined> }).cookies?.[name];
}

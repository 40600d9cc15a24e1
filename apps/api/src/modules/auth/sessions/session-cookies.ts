import type { FastifyReply } from 'fastify';

/** `__Host-` keeps sub-domains and plain HTTP from planting them; SameSite=Strict keeps other sites out. */
export const ACCESS_COOKIE = '__Host-at';
export const REFRESH_COOKIE = '__Host-rt';
export const SECOND_FACTOR_COOKIE = '__Host-mfa';
/** Read where a request comes in, see `originOf`. */
export const DEVICE_COOKIE = '__Host-dev';

/** Seconds between the password and the second factor. */
export const SECOND_FACTOR_SECONDS = 300;

const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const;

type Reply = Pick<FastifyReply, 'header'> & {
  setCookie(name: string, value: string, options: object): unknown;
  clearCookie(name: string, options: object): unknown;
};

/** Sets one of our cookies. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  { value, maxAge }: { value: string; maxAge: number },
): void {
  (reply as unknown as Reply).setCookie(name, value, { ...OPTIONS, maxAge });
}

/** Removes our cookies. */
export function clearCookies(reply: FastifyReply, ...names: string[]): void {
  for (const name of names) (reply as unknown as Reply).clearCookie(name, OPTIONS);
}

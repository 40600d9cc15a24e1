import { NEVER_GRANTABLE, isPermission, type Permission } from '../../../platform/authorize';
import { Invalid } from '../../../platform/errors';
import { normaliseCidr } from '@st0r/net';

/** The scopes as permissions, each once; an unknown or never grantable one is named by its place. */
export function checkedScopes(codes: readonly string[]): Permission[] {
  if (codes.length === 0) throw Invalid.field('/scopes', 'required', 'Choose at least one thing the key may do.');
  codes.forEach((code, at) => {
    if (!isPermission(code)) throw Invalid.field(`/scopes/${at}`, 'choice', `There is no permission "${code}".`);
    if (NEVER_GRANTABLE.has(code))
      throw Invalid.field(`/scopes/${at}`, 'never', `No API key may hold "${code}"; a person signs in for that.`);
  });
  return [...new Set(codes)] as Permission[];
}

/** Addresses and blocks in their one spelling, each once. */
export function checkedNetworks(texts: readonly string[]): string[] {
  return [
    ...new Set(
      texts.map((text, at) => {
        const network = normaliseCidr(text);
        if (network) return network;
        throw Invalid.field(
          `/networks/${at}`,
          'format',
          `"${text}" is no address and no block of addresses. Write 192.0.2.10, 192.0.2.0/24 or 2001:db8::/32.`,
        );
      }),
    ),
  ];
}

/** A day from today on, at most `days` after the secret was made. */
export function checkedExpiry(day: string, issuedAt: Date, days: number): string {
  const now = new Date();
  const last = new Date(issuedAt.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  if (day < now.toISOString().slice(0, 10))
    throw Invalid.field('/expiresOn', 'past', 'This day is over. Choose a day from today on.');
  if (day > last)
    throw Invalid.field(
      '/expiresOn',
      'too_late',
      `A key works for at most ${days} days with one secret, so until ${last}. Rotate it then.`,
      { max: last },
    );
  return day;
}

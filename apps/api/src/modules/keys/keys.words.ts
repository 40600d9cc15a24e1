import { PURPOSE, type Purpose } from '@st0r/crypto';
import type { RootKeyRow } from '../../platform/keys';

/** GraphQL knows no hyphens in a choice, so the API says `decrypt_only` and `share_meta`. */
const wordOf = (text: string): string => text.replaceAll('-', '_');

export const ROOT_KEY_STATES = ['staged', 'active', 'decrypt_only', 'retired'] as const;
export const KEY_PURPOSES = Object.keys(PURPOSE).map(wordOf);

/** The purpose a choice of the API stands for. */
export const purposeOf = (word: string): Purpose =>
  Object.keys(PURPOSE).find((purpose) => wordOf(purpose) === word) as Purpose;

/** Something with a purpose, as the API says it. */
export const worded = <T extends { purpose: Purpose }>(row: T): Omit<T, 'purpose'> & { purpose: string } => ({
  ...row,
  purpose: wordOf(row.purpose),
});

/** The state of a root key, as the API says it. */
export const stateOf = ({ state }: Pick<RootKeyRow, 'state'>): string => wordOf(state);

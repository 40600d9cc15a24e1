import type { ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';
import type { Tone } from '@st0r/ui';
import { say } from './messages';

/** A key without its secret. */
export type ApiKey = Api<'ApiKey'>;
/** A key with its secret, as the one answer that makes it. */
export type IssuedKey = Api<'IssuedApiKey'>;

/** What the list of keys may be filtered by. */
export const keyShape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    state: {
      kind: 'choice',
      choices: ['active', 'suspended', 'expired', 'revoked'],
      operators: ['eq', 'in', 'ne'],
      filter: true,
    },
    owner: { kind: 'id', filter: true },
    prefix: { kind: 'text', operators: ['eq', 'startsWith'], filter: true },
    expiresOn: { kind: 'day', filter: true, sort: true },
    lastUsedAt: { kind: 'moment', filter: true, sort: true },
    createdAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};

type State = Pick<ApiKey, 'state'> & { suspendedFor?: ApiKey['suspendedFor'] };

const TONES: Readonly<Record<ApiKey['state'], Tone>> = {
  active: 'success',
  suspended: 'warning',
  expired: 'neutral',
  revoked: 'neutral',
};

/** The colour of a state, beside its words. */
export const toneOf = ({ state }: State): Tone => TONES[state];

/** A state in words, with the reason where a key stands still. */
export const wordsOf = ({ state, suspendedFor }: State): string =>
  state === 'suspended' && suspendedFor === 'breaches' ? say('breaches') : say(state);

/** A day so many days from today, `YYYY-MM-DD`. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

import { messages } from '@st0r/ui';

/** Sentences of the page Limits. */
export const say = messages({
  allowed: 'Allowed',
  apiKeys:
    'What an API key may ask in a minute is set on each key, and what slows down failed sign-ins is fixed: an attacker must not wait for somebody to be careless.',
  atOnce: { one: '1 at once', other: '{n} at once' },
  between: 'From {least} to {most}. It began with {standard}.',
  budget: 'Budget',
  change: 'Change',
  counters: 'Who has to wait',
  empty: 'No limits',
  hours: { one: 'an hour', other: '{n} hours' },
  in: '{n} in {time}',
  limit: 'Limit {name}',
  limits: 'Limits',
  limitsText:
    'How often things may be done. Whoever comes more often is refused, hears when to come back, and leaves an event. A change holds from the next request on, on every node.',
  minutes: { one: 'a minute', other: '{n} minutes' },
  platformAdmin: 'platform administrator',
  range: 'Choose a whole number from {least} to {most}.',
  reset: 'As it began',
  save: 'Save',
  saved: 'Limit saved',
  seconds: { one: 'a second', other: '{n} seconds' },
  standard: 'As it began',
  what: 'What',
  window: 'Window in seconds',
});

/** A time in the largest unit that says it exactly. */
export function timeOf(seconds: number): string {
  if (seconds % 3600 === 0) return say('hours', { n: seconds / 3600 });
  return seconds % 60 === 0 ? say('minutes', { n: seconds / 60 }) : say('seconds', { n: seconds });
}

import { SwitchField, TextAreaField } from '@st0r/ui';
import { say } from './messages';
import type { Connection } from './sso.api';

/** What every kind of connection is asked: whether newcomers get an account, and for which domains. */
export type Newcomers = { jit: boolean; domains: string };

/** What every provider is asked besides: whether its second factor counts. */
export type Meaning = Newcomers & { mfaTrusted: boolean };

export function NewcomerFields() {
  return (
    <>
      <SwitchField name="jit" label={say('jit')} help={say('jitHelp')} />
      <TextAreaField name="domains" label={say('domains')} help={say('domainsHelp')} rows={3} required={false} />
    </>
  );
}

export function MeaningFields() {
  return (
    <>
      <NewcomerFields />
      <SwitchField name="mfaTrusted" label={say('mfaTrusted')} help={say('mfaTrustedHelp')} />
    </>
  );
}

export const newcomersOf = ({ jit, domains }: Pick<Connection, keyof Newcomers>): Newcomers => ({
  jit,
  domains: domains.map(({ domain }) => domain).join('\n'),
});

export const meaningOf = ({ mfaTrusted, ...connection }: Pick<Connection, keyof Meaning>): Meaning => ({
  ...newcomersOf(connection),
  mfaTrusted,
});

/** Words of a field that takes several, with spaces, commas or lines between them. */
export const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

import { SwitchField, TextAreaField } from '@st0r/ui';
import { say } from './messages';
import type { Connection } from './sso.api';

/** What every kind of provider is asked: whether newcomers get an account, for which domains, and whose second factor counts. */
export type Meaning = { jit: boolean; domains: string; mfaTrusted: boolean };

export function MeaningFields() {
  return (
    <>
      <SwitchField name="jit" label={say('jit')} help={say('jitHelp')} />
      <TextAreaField name="domains" label={say('domains')} help={say('domainsHelp')} rows={3} required={false} />
      <SwitchField name="mfaTrusted" label={say('mfaTrusted')} help={say('mfaTrustedHelp')} />
    </>
  );
}

export const meaningOf = ({ jit, domains, mfaTrusted }: Pick<Connection, keyof Meaning>): Meaning => ({
  jit,
  domains: domains.map(({ domain }) => domain).join('\n'),
  mfaTrusted,
});

/** Words of a field that takes several, with spaces, commas or lines between them. */
export const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

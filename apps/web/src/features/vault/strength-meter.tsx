import { useEffect, useState } from 'react';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import { StrengthTag } from './credential-columns';
import { say } from './messages';

type Strength = Api<'PasswordStrength'>;

/** How long a password holds. The server judges and keeps nothing; its dictionaries would be 800 KiB here. */
export function StrengthMeter({ password, context }: { password: string; context: readonly string[] }) {
  const [strength, setStrength] = useState<Strength>();
  const words = context.join('\n');
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      if (password === '') return setStrength(undefined);
      const context = words.split('\n').filter(Boolean);
      // Without an answer there is no verdict; saving does not need one.
      api.post<Strength>('vault/strength', { password, context }).then(
        (judged) => stale || setStrength(judged),
        () => stale || setStrength(undefined),
      );
    }, 400);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [password, words]);
  if (!strength || password === '') return null;
  return (
    <div className="st-vault-strength" aria-live="polite">
      <meter min={0} max={4} low={2} high={3} optimum={4} value={strength.score} aria-label={say('strength')} />
      <StrengthTag score={strength.score} />
      <span className="st-quiet">{say('bits', { n: Math.round(strength.bits) })}</span>
      {strength.reasons[0] && <span className="st-quiet">{strength.reasons[0]}</span>}
    </div>
  );
}

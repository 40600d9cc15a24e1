import { useEffect, useState } from 'react';
import { strengthOf, type Strength } from '@st0r/crypto/browser';
import { StrengthTag } from './credential-columns';
import { say } from './messages';

/** How long a password holds, judged in the browser while it is typed. */
export function StrengthMeter({ password, context }: { password: string; context: readonly string[] }) {
  const [strength, setStrength] = useState<Strength>();
  const words = context.join('\n');
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      if (password === '') return setStrength(undefined);
      void strengthOf(password, words.split('\n')).then((judged) => stale || setStrength(judged));
    }, 200);
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

import { useEffect, useState } from 'react';
import { StepUpDialog, type StepUpProof } from '@st0r/ui';
import { api } from '../shared/api';
import { isProblem } from '../shared/problem';
import { onStepUp } from '../shared/step-up';
import { say } from '../shared/messages';
import { useMe } from '../shared/session';

/** Answers a request for a fresh proof: the code where there is an authenticator, else the password. Mounted once. */
export function StepUpHost() {
  const { mfa } = useMe();
  const [asked, setAsked] = useState<{ className: string; answer: (proved: boolean) => void }>();
  useEffect(() => onStepUp(setAsked), []);
  function finish(proved: boolean) {
    asked?.answer(proved);
    setAsked(undefined);
  }
  async function handleProve(proof: StepUpProof) {
    try {
      await api.post('auth/step-up', { class: asked?.className, ...proof });
      finish(true);
      return undefined;
    } catch (error) {
      return isProblem(error) ? error.message : say('failed');
    }
  }
  return (
    <StepUpDialog
      open={asked !== undefined}
      askPassword={!mfa.totp}
      askCode={mfa.totp}
      onProve={handleProve}
      onClose={() => finish(false)}
    />
  );
}

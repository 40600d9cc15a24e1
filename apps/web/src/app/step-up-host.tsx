import { useEffect, useState } from 'react';
import { StepUpDialog, type StepUpProof } from '@st0r/ui';
import { api } from '../shared/api';
import { isProblem } from '../shared/problem';
import { onStepUp } from '../shared/step-up';
import { say } from '../shared/messages';
import { useMe } from '../shared/session';

/** Classes of acts that need the password beside the code: changes to one's own sign-in. */
const withPassword: readonly string[] = ['credentials', 'account', 'own_credentials'];

/** The dialog that answers a request for a fresh proof; mounted once in the shell. */
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
      await api.post('auth/step-up', proof);
      finish(true);
      return undefined;
    } catch (error) {
      return isProblem(error) ? error.message : say('failed');
    }
  }
  return (
    <StepUpDialog
      open={asked !== undefined}
      askPassword={!mfa.totp || withPassword.includes(asked?.className ?? '')}
      askCode={mfa.totp}
      onProve={handleProve}
      onClose={() => finish(false)}
    />
  );
}

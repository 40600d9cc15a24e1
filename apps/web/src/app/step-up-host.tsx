import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Api } from '@st0r/api-client';
import { StepUpDialog, type StepUpProof } from '@st0r/ui';
import { api } from '../shared/api';
import { isProblem } from '../shared/problem';
import { passkeysHere, askPasskey } from '../shared/passkeys';
import { visitProvider, WindowBlocked } from '../shared/provider-window';
import { onStepUp } from '../shared/step-up';
import { say } from '../shared/messages';
import { useMe } from '../shared/session';
import { shell } from './messages';

type Own = Api<'OwnConnection'>;

/** Acts for which the server wants the password beside a factor. */
const PASSWORD_TOO = 'factor';

/** Answers a request for a fresh proof: a passkey, a code or the password of ours, or the provider somebody came in through. Mounted once. */
export function StepUpHost() {
  const { mfa } = useMe();
  const [asked, setAsked] = useState<{ className: string; answer: (proved: boolean) => void }>();
  useEffect(() => onStepUp(setAsked), []);
  const own = useQuery({
    queryKey: ['record', 'auth/own-connection'],
    queryFn: () => api.get<Own>('auth/own-connection'),
    enabled: asked !== undefined,
    retry: false,
    staleTime: 60_000,
  });
  function finish(proved: boolean) {
    asked?.answer(proved);
    setAsked(undefined);
  }
  async function proving(
    work: () => Promise<boolean>,
    refusal = shell('providerRefused'),
  ): Promise<string | undefined> {
    try {
      if (await work()) return void finish(true);
      return refusal;
    } catch (error) {
      if (error instanceof WindowBlocked) return shell('popupBlocked');
      return isProblem(error) ? error.message : say('failed');
    }
  }
  const handleProve = (proof: StepUpProof) =>
    proving(async () => {
      await api.post('auth/step-up', { class: asked?.className, ...proof });
      return true;
    });
  const handleElsewhere = () =>
    proving(async () => {
      const body = { class: asked?.className };
      return (await visitProvider(() => api.post('auth/own-connection/step-up', body))) === 'ok';
    });
  const handlePasskey = (proof: StepUpProof) =>
    proving(async () => {
      const passkey = await askPasskey('me/passkeys/challenge');
      if (passkey) await api.post('auth/step-up', { class: asked?.className, ...proof, passkey });
      return passkey !== undefined;
    }, shell('passkeyDeclined'));
  const needsPassword = asked?.className === PASSWORD_TOO;
  const there = needsPassword ? own.data?.provesFactor : own.data?.provesPresence;
  const name = there && own.data?.name;
  const second = mfa.totp || mfa.passkeys > 0;
  return (
    <StepUpDialog
      open={asked !== undefined && !own.isPending}
      askPassword={mfa.password && (!second || needsPassword)}
      // Whoever must show a passkey, and has one, shows that.
      askCode={mfa.totp && !(mfa.passkeyDemanded && mfa.passkeys > 0)}
      elsewhere={name ? { label: shell('confirmAt', { name }), onProve: handleElsewhere } : undefined}
      onPasskey={mfa.passkeys > 0 && passkeysHere() ? handlePasskey : undefined}
      onProve={handleProve}
      onClose={() => finish(false)}
    />
  );
}

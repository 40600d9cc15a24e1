import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Api } from '@st0r/api-client';
import type { StepUpProof } from '@st0r/ui';
import { api } from '../shared/api';
import { isProblem } from '../shared/problem';
import { passkeysHere, askPasskey } from '../shared/passkeys';
import { visitProvider, WindowBlocked } from '../shared/provider-window';
import { onStepUp } from '../shared/step-up';
import { say } from '../shared/messages';
import { shell } from './messages';
import { OutOfDate } from '../shared/out-of-date';

type Own = Api<'OwnConnection'>;
type Ways = Api<'StepUpWays'>;

const StepUpDialog = lazy(() => import('./step-up-dialog').catch(() => ({ default: OutOfDate })));

/** Acts for which no provider stands in where there is a password of ours. */
const FACTOR = 'factor';

/** Answers a request for a fresh proof: a passkey, a code or the password of ours, or the provider somebody came in through. Mounted once. */
export function StepUpHost() {
  const [asked, setAsked] = useState<{ className: string; answer: (proved: boolean) => void }>();
  useEffect(() => onStepUp(setAsked), []);
  const own = useQuery({
    queryKey: ['record', 'auth/own-connection'],
    queryFn: () => api.get<Own>('auth/own-connection'),
    enabled: asked !== undefined,
    retry: false,
    staleTime: 60_000,
  });
  // Only the server knows what counts: a domain may be closed to passwords, a passkey may be demanded.
  const path = `auth/step-up/${asked?.className}`;
  const ways = useQuery({
    queryKey: ['record', path],
    queryFn: () => api.get<Ways>(path),
    enabled: asked !== undefined,
    retry: false,
    gcTime: 0,
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
  if (!asked || own.isPending || ways.isPending) return null;
  const name = (asked.className === FACTOR ? own.data?.provesFactor : own.data?.provesPresence) && own.data?.name;
  return (
    <Suspense>
      <StepUpDialog
        askPassword={ways.data?.password ?? false}
        askCode={ways.data?.code ?? false}
        elsewhere={name ? { label: shell('confirmAt', { name }), onProve: handleElsewhere } : undefined}
        onPasskey={ways.data?.passkey && passkeysHere() ? handlePasskey : undefined}
        failed={ways.error}
        onProve={handleProve}
        onClose={() => finish(false)}
      />
    </Suspense>
  );
}

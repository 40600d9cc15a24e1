import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, Notice } from '@st0r/ui';
import { passkeysFillIn, passkeysHere, askPasskey, type PasskeyAnswer } from '../../shared/passkeys';
import { isProblem } from '../../shared/problem';
import { auth, pageAfter, type SignInState } from './auth.api';
import { say } from './passkey-messages';

/** A challenge is good for five minutes; the one behind the browser's list is renewed before. */
const RENEW_MS = 240_000;

/** The way in without a name: a button, and the list the browser opens under the e-mail field. */
export function PasskeySignIn() {
  const enter = useEnter((passkey) => auth.passkey({ passkey }));
  useFillIn(enter);
  if (!passkeysHere()) return null;
  return <PasskeyButton label={say('signIn')} {...enter} />;
}

/** The passkey as the second step. */
export function PasskeySecondStep({ primary }: { primary: boolean }) {
  const enter = useEnter((passkey) => auth.secondFactor({ passkey }));
  if (!passkeysHere()) return <Notice tone="warning">{say('notHere')}</Notice>;
  return <PasskeyButton label={say('use')} primary={primary} {...enter} />;
}

function PasskeyButton(props: {
  label: string;
  primary?: boolean;
  refusal: string | undefined;
  busy: boolean;
  prove: () => Promise<void>;
}) {
  return (
    <div className="mb-3">
      {props.refusal && <Notice tone="danger">{props.refusal}</Notice>}
      <div className="d-grid">
        <Button
          icon="fingerprint"
          tone={props.primary ? 'primary' : 'secondary'}
          busy={props.busy}
          onClick={() => void props.prove()}
        >
          {props.label}
        </Button>
      </div>
    </div>
  );
}

function useEnter(send: (passkey: PasskeyAnswer) => Promise<{ state?: SignInState } | undefined>) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  async function prove(fillIn = false) {
    setRefusal(undefined);
    setBusy(!fillIn);
    try {
      const passkey = await askPasskey('auth/passkeys/challenge', fillIn);
      if (passkey) await navigate(pageAfter(await send(passkey), search.get('next')));
    } catch (error) {
      // Nobody asked for the list in the e-mail field, so nobody is told when it is not there.
      if (!fillIn || (isProblem(error) && error.status === 401))
        setRefusal(isProblem(error) ? error.message : say('failed'));
    }
    if (!fillIn) setBusy(false);
  }
  return { prove, refusal, busy };
}

/** Keeps a challenge waiting behind the browser's list of names while the page is open. */
function useFillIn(enter: { busy: boolean; prove: (fillIn: boolean) => Promise<void> }) {
  const latest = useRef(enter);
  useEffect(() => {
    latest.current = enter;
  });
  useEffect(() => {
    let open = true;
    const offer = async () => {
      // Asking anew would end the prompt somebody has just opened with the button.
      if ((await passkeysFillIn()) && open && !latest.current.busy) await latest.current.prove(true);
    };
    void offer();
    const renewing = setInterval(() => void offer(), RENEW_MS);
    return () => {
      open = false;
      clearInterval(renewing);
    };
  }, []);
}

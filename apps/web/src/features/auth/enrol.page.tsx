import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, Skeleton } from '@st0r/ui';
import { api } from '../../shared/api';
import { passkeysHere } from '../../shared/passkeys';
import type { Me } from '../../shared/session';
import { safePath } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';
import { AddPasskey } from './passkey-adding';
import { say as passkeys } from './passkey-messages';
import { TotpEnrolment } from './totp-enrolment';

/** Asked for at sign-in where a second factor is required and none exists: a passkey, or an authenticator. */
export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const me = useQuery({ queryKey: ['enrolling'], queryFn: () => api.get<Me>('me'), gcTime: 0, retry: false });
  const [passkey, setPasskey] = useState(false);
  const demanded = me.data?.mfa.passkeyDemanded ?? false;
  const done = () => void navigate(safePath(search.get('next')));
  return (
    <Gate title={say('enrolTitle')} wide>
      <p>{demanded ? passkeys('demandedText') : say('enrolIntro')}</p>
      {me.isPending && <Skeleton />}
      {!me.isPending && (demanded || passkey ? <AddPasskey onDone={done} /> : <TotpEnrolment onDone={done} />)}
      {!me.isPending && !demanded && passkeysHere() && (
        <Button tone="link" className="px-0 mt-3" onClick={() => setPasskey(!passkey)}>
          {passkeys(passkey ? 'insteadApp' : 'insteadPasskey')}
        </Button>
      )}
    </Gate>
  );
}

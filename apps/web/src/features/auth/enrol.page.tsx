import { useNavigate, useSearchParams } from 'react-router';
import { safePath } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';
import { TotpEnrolment } from './totp-enrolment';

/** Asked for at sign-in where a second factor is required and none exists. */
export function Component() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return (
    <Gate title={say('enrolTitle')} wide>
      <p>{say('enrolIntro')}</p>
      <TotpEnrolment onDone={() => void navigate(safePath(search.get('next')))} />
    </Gate>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button, ButtonLink, Notice, Skeleton } from '@st0r/ui';
import { isProblem } from '../../shared/problem';
import { meQuery } from '../../shared/session';
import { auth, type EmailChangeLink } from './auth.api';
import { say } from './email-messages';
import { Gate } from './gate';

/** Where both links about a change of address lead: the new mailbox confirms it, the old one stops it. Opening does neither. */
export function Component() {
  // Behind the hash it stays out of server logs.
  const token = useLocation().hash.slice(1);
  const link = useQuery({
    queryKey: ['email-link', token],
    queryFn: () => auth.emailLink(token || '-'),
    retry: false,
    gcTime: 0,
    // It is looked at once: when it has worked it is gone, and the page says what happened.
    refetchOnWindowFocus: false,
  });
  if (link.isError) return <Gone error={link.error} />;
  if (!link.data) return <Skeleton />;
  return link.data.kind === 'stop' ? (
    <Stop token={token} link={link.data} />
  ) : (
    <Confirm token={token} link={link.data} />
  );
}

type Props = { token: string; link: EmailChangeLink };

function Confirm({ token, link: { email } }: Props) {
  const me = useQuery({ ...meQuery, retry: false });
  const client = useQueryClient();
  const { run, ...act } = useAct(async () => {
    await auth.confirmEmail(token);
    await client.invalidateQueries({ queryKey: ['record'] });
  });
  if (act.done) return <Done title={say('confirmedTitle')} text={say('confirmed', { email })} to="/me/account" />;
  if (me.isPending) return <Skeleton />;
  return (
    <Gate title={say('confirmTitle')}>
      <p>{say('confirmText', { email })}</p>
      {act.refusal && <Notice tone="danger">{act.refusal}</Notice>}
      {me.data ? (
        <>
          <p className="st-quiet">{say('signedInAs', { name: me.data.name, email: me.data.email })}</p>
          <Button tone="primary" busy={act.busy} onClick={() => void run()}>
            {say('confirm')}
          </Button>
        </>
      ) : (
        <>
          <p>{say('signInText')}</p>
          <ButtonLink to={`/login?next=${encodeURIComponent(`/email-change#${token}`)}`} tone="primary">
            {say('signIn')}
          </ButtonLink>
        </>
      )}
    </Gate>
  );
}

function Stop({ token, link: { email } }: Props) {
  const { run, ...act } = useAct(() => auth.stopEmail(token));
  if (act.done)
    return (
      <Done title={say('stoppedTitle')} text={say('stopped')} to="/reset" label={say('newPassword')}>
        <ButtonLink to="/login" tone="link">
          {say('toLogin')}
        </ButtonLink>
      </Done>
    );
  return (
    <Gate title={say('stopTitle')}>
      <p>{say('stopText', { email })}</p>
      {act.refusal && <Notice tone="danger">{act.refusal}</Notice>}
      <Button tone="primary" busy={act.busy} onClick={() => void run()}>
        {say('stop')}
      </Button>
    </Gate>
  );
}

function Done(props: { title: string; text: string; to: string; label?: string; children?: ReactNode }) {
  return (
    <Gate title={props.title}>
      <p role="status">{props.text}</p>
      <ButtonLink to={props.to} tone="primary">
        {props.label ?? say('toAccount')}
      </ButtonLink>
      {props.children}
    </Gate>
  );
}

function Gone({ error }: { error: unknown }) {
  return (
    <Gate title={say('goneTitle')}>
      <p>{isProblem(error) ? error.message : null}</p>
      <ButtonLink to="/me/account" tone="primary">
        {say('toAccount')}
      </ButtonLink>
    </Gate>
  );
}

/** One press of a button: under way, done, or refused with a sentence. */
function useAct(act: () => Promise<unknown>) {
  const [state, setState] = useState<{ busy?: boolean; done?: boolean; refusal?: string }>({});
  async function run() {
    setState({ busy: true });
    try {
      await act();
      setState({ done: true });
    } catch (error) {
      setState({ refusal: isProblem(error) ? error.message : String(error) });
    }
  }
  return { ...state, run };
}

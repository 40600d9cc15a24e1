import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button, ButtonLink, ErrorState, Notice, Skeleton } from '@st0r/ui';
import { isProblem } from '../../shared/problem';
import { meQuery } from '../../shared/session';
import { auth, type EmailChangeLink } from './auth.api';
import { carriedToken } from './email-link-token';
import { say } from './email-messages';
import { Gate } from './gate';

/** Where both links about a change of address lead: the new mailbox confirms it, the old one stops it. Opening does neither. */
export function Component() {
  const [carried] = useState(carriedToken.read);
  // Behind the hash it stays out of server logs.
  const token = useLocation().hash.slice(1) || carried;
  const link = useQuery({
    queryKey: ['email-link', token],
    queryFn: () => auth.emailLink(token || '-'),
    retry: false,
    gcTime: 0,
    // It is looked at once: when it has worked it is gone, and the page says what happened.
    staleTime: Infinity,
  });
  if (isProblem(link.error, 410)) return <Gone says={link.error.message} />;
  if (link.isError) return <Failed error={link.error} onRetry={() => void link.refetch()} />;
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
    carriedToken.forget();
    await client.invalidateQueries({ queryKey: ['record'] });
  });
  if (act.done) return <Done title={say('confirmedTitle')} text={say('confirmed', { email })} to="/me/account" />;
  if (me.isPending) return <Skeleton />;
  if (me.isLoadingError && !isProblem(me.error, 401))
    return <Failed error={me.error} onRetry={() => void me.refetch()} />;
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
          <ButtonLink
            to={`/login?next=${encodeURIComponent('/email-change')}`}
            tone="primary"
            onClick={() => carriedToken.keep(token)}
          >
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

function Gone({ says }: { says: string }) {
  useEffect(() => carriedToken.forget(), []);
  return (
    <Gate title={say('goneTitle')}>
      <p>{says}</p>
      <ButtonLink to="/me/account" tone="primary">
        {say('toAccount')}
      </ButtonLink>
    </Gate>
  );
}

/** Nothing is known of the link, or of whoever opened it: it may well work when tried again. */
function Failed(props: { error: unknown; onRetry: () => void }) {
  return (
    <Gate title={say('linkTitle')}>
      <ErrorState {...props} />
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

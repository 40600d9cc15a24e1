import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, Notice } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { safePath } from './auth.api';
import { say } from './messages';

/** A connection as the sign-in page offers it. */
export type Offered = Api<'OfferedConnection'>;

/** Connections a browser is sent away to; a directory asks for a password here instead. */
export const sendsAway = ({ kind }: Offered): boolean => kind !== 'ldap';

/** Connections with a button of their own; none while they cannot be read, so that passwords keep working. */
export function useOffered(): Offered[] {
  const offered = useQuery({
    queryKey: ['record', 'auth/connections'],
    queryFn: () => api.get<Offered[]>('auth/connections'),
    retry: false,
  });
  return (offered.data ?? []).filter(sendsAway);
}

/** Leaves for a provider; comes back to where the person wanted to go. */
export function useLeaving(next: string | null) {
  const [leaving, setLeaving] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  async function leave({ id }: Offered) {
    setLeaving(id);
    setRefusal(undefined);
    try {
      const { location: away } = await api.post<Api<'ProviderAddress'>>(`auth/connections/${id}/start`, {
        returnTo: safePath(next),
      });
      location.assign(away);
    } catch (error) {
      setLeaving(undefined);
      setRefusal(isProblem(error) ? refusalOf(error.message, error.requestId) : say('providerFailed'));
    }
  }
  return { leave, leaving, refusal };
}

const refusalOf = (sentence: string, number: string | undefined) =>
  number ? `${sentence} ${say('numberIs', { number })}` : sentence;

/** One button per connection. */
export function ConnectionButtons(props: {
  offered: readonly Offered[];
  leaving: string | undefined;
  onLeave: (connection: Offered) => void;
}) {
  return (
    <div className="d-grid gap-2 mb-3">
      {props.offered.map((connection) => (
        <Button
          key={connection.id}
          icon="box-arrow-in-right"
          busy={props.leaving === connection.id}
          disabled={props.leaving !== undefined}
          onClick={() => props.onLeave(connection)}
        >
          {say('continueWith', { name: connection.label })}
        </Button>
      ))}
    </div>
  );
}

/** What became of a way back from a provider; says nothing about any account. */
export function ReturnNotice({ search }: { search: URLSearchParams }) {
  const refused = search.get('refused');
  if (refused === 'cancelled') return <Notice tone="info">{say('providerCancelled')}</Notice>;
  if (refused === 'again') return <Notice tone="warning">{say('providerAgain')}</Notice>;
  if (refused !== 'failed') return null;
  const number = /^[\w-]{8,64}$/.exec(search.get('ref') ?? '')?.[0];
  return <Notice tone="danger">{refusalOf(say('providerFailed'), number)}</Notice>;
}

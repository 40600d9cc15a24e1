import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { ButtonLink, EmptyState, ErrorState, Forbidden, PageHead, Panel, Skeleton, SmallTable } from '@st0r/ui';
import { api } from '../../shared/api';
import { OneTimeLink, type Handover } from '../../shared/one-time-link';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { InvitationRow } from './invitation-row';
import { say } from './messages';

const heads = [
  say('person'),
  say('rolesWaiting'),
  say('invitedBy'),
  say('linkUntil'),
  say('mail'),
  { text: say('acts'), as: 'heard' },
] as const;

/** Who is invited and has not come yet: at the client in view, or at every client where one may invite. */
export function Component() {
  const can = useCan();
  const href = useOrgHref();
  return (
    <>
      <PageHead
        title={say('openInvitations')}
        actions={<ButtonLink to={href('members')}>{say('membersAll')}</ButtonLink>}
      />
      {can('member.manage') ? <Invitations /> : <Forbidden permission="member.manage" />}
    </>
  );
}

function Invitations() {
  const org = useOrg()?.slug;
  const [handover, setHandover] = useState<Handover>();
  const found = useQuery({
    queryKey: ['list', 'invitations', { org }],
    queryFn: () => api.get<Api<'OpenInvitation'>[]>('invitations', { org }),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" lines={4} />;
  if (found.data.length === 0)
    return (
      <EmptyState icon="envelope-open" title={say('invitationsNone')}>
        {say('invitationsNoneText')}
      </EmptyState>
    );
  return (
    <>
      <p className="st-quiet">{say('invitationsText')}</p>
      <Panel title={say('invitationsCount', { n: found.data.length })} flush>
        <SmallTable label={say('openInvitations')} heads={heads}>
          {found.data.map((one) => (
            <InvitationRow key={one.id} invitation={one} org={org} named={!org} onSent={setHandover} />
          ))}
        </SmallTable>
      </Panel>
      <OneTimeLink title={say('linkTitle')} handover={handover} onClose={() => setHandover(undefined)} />
    </>
  );
}

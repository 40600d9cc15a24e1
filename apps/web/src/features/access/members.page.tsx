import { useState } from 'react';
import { Link } from 'react-router';
import { Button, ButtonLink, DataTable, Day, EmptyState, FilterBar, Menu, PageHead, Tag, type Column } from '@st0r/ui';
import type { ListShape } from '@st0r/list-query';
import { lazyDialog } from '../../shared/lazy-part';
import { ListTools } from '../../shared/list-tools';
import { OneTimeLink, type Handover } from '../../shared/one-time-link';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { startSight } from '../../shared/sight';
import { useArchive } from '../../shared/use-archive';
import { useList } from '../../shared/use-list';
import type { Membership } from './access.api';
import { say } from './messages';
import { SeeAsRole, useMayLook } from './see-as';

const InviteDialog = lazyDialog(() => import('./invite-dialog'));
const ValidityDialog = lazyDialog(() => import('./validity-dialog'));

const shape: ListShape = {
  fields: {
    userName: { kind: 'text', filter: true, sort: true },
    user: { kind: 'id', filter: true },
    role: { kind: 'id', filter: true },
    validUntil: { kind: 'day', filter: true, sort: true },
    createdAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'userName', descending: false }],
  searchable: true,
};
const columns: Column<Membership>[] = [
  { id: 'userName', header: say('person'), cell: (row) => row.userName, sort: 'userName' },
  { id: 'email', header: say('email'), cell: (row) => row.userEmail },
  { id: 'role', header: say('role'), cell: (row) => row.role?.name },
  { id: 'state', header: say('state'), cell: (row) => <State member={row} /> },
  { id: 'validFrom', header: say('startsOn'), cell: (row) => <Day on={row.validFrom} />, hidden: true },
  { id: 'validUntil', header: say('until'), cell: (row) => <Validity member={row} />, sort: 'validUntil' },
  { id: 'acts', header: say('acts'), cell: (row) => <Acts member={row} />, align: 'end' },
];

/** Who works at the client in view, with which role, and until when. */
export function Component() {
  const list = useList<Membership>('memberships', shape, { total: true });
  const org = useOrg();
  const can = useCan();
  const href = useOrgHref();
  const [inviting, setInviting] = useState(false);
  const [handover, setHandover] = useState<Handover>();
  function handleInvited(result: Handover) {
    setInviting(false);
    setHandover(result);
  }
  const add = org && can('member.manage') && (
    <Button tone="primary" icon="person-plus" onClick={() => setInviting(true)}>
      {say('add')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={say('members')}
        actions={
          <>
            <SeeAsRole />
            {can('member.manage') && <ButtonLink to={href('members/invitations')}>{say('openInvitations')}</ButtonLink>}
            {add}
          </>
        }
      />
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="memberships" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('members')}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.userName}
        rowHref={(row) => href(`members/${row.userId}/access`)}
        empty={
          <EmptyState icon="person-badge" title={say('membersNone')} actions={add}>
            {say('membersNoneText')}
          </EmptyState>
        }
      />
      {org && inviting && (
        <InviteDialog organisation={org} onInvited={handleInvited} onClose={() => setInviting(false)} />
      )}
      <OneTimeLink title={say('linkTitle')} handover={handover} onClose={() => setHandover(undefined)} />
    </>
  );
}

function State({ member }: { member: Membership }) {
  if (member.userState === 'disabled') return <Tag tone="danger">{say('disabled')}</Tag>;
  if (member.userState === 'invited') return <Tag tone="warning">{say('accept')}</Tag>;
  return <Tag tone="success">{say('active')}</Tag>;
}

function Validity({ member }: { member: Membership }) {
  if (!member.validUntil) return <span className="st-quiet">{say('unlimited')}</span>;
  const over = member.validUntil < new Date().toISOString().slice(0, 10);
  return (
    <>
      <Day on={member.validUntil} /> {over && <Tag tone="warning">{say('ended')}</Tag>}
    </>
  );
}

function Acts({ member }: { member: Membership }) {
  const org = useOrg();
  const may = useMayLook();
  const archive = useArchive('memberships');
  const href = useOrgHref();
  const [editing, setEditing] = useState(false);
  if (!member.can['update'] && !member.can['archive'])
    return <Link to={href(`members/${member.userId}/access`)}>{say('why')}</Link>;
  return (
    <>
      <Menu
        icon="three-dots"
        size="sm"
        tone="ghost"
        label=""
        name={say('manage', { name: member.userName })}
        items={[
          { label: say('access'), icon: 'question-circle', to: href(`members/${member.userId}/access`) },
          ...(org && may(member.userId)
            ? [
                {
                  label: say('seeAs'),
                  icon: 'eye' as const,
                  onPick: () => void startSight(org, { userId: member.userId }),
                },
              ]
            : []),
          { label: say('changeValidity'), icon: 'calendar-event', onPick: () => setEditing(true) },
          {
            label: say('take'),
            icon: 'person-dash',
            onPick: () => void archive({ id: member.id, name: `${member.userName}, ${member.role?.name ?? ''}` }),
          },
        ]}
      />
      {editing && <ValidityDialog member={member} onClose={() => setEditing(false)} />}
    </>
  );
}

import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ConfirmDialog, showToast, Tag, Time } from '@st0r/ui';
import type { Handover } from '../../shared/one-time-link';
import { useSave } from '../../shared/use-save';
import { invitationMails, say } from './messages';

type Invitation = Api<'OpenInvitation'>;
type Props = { invitation: Invitation; org: string | undefined; named: boolean; onSent: (handover: Handover) => void };

const tones = { queued: 'neutral', sent: 'success', bounced: 'danger', failed: 'danger' } as const;
const REFRESH = ['invitations', 'memberships'];

/** One person who has not come yet, with what may be done about it. */
export function InvitationRow({ invitation, org, named, onSent }: Props) {
  const { name, email, roles, state, until, mail } = invitation;
  const by = [...new Set(roles.flatMap(({ invitedBy }) => invitedBy ?? []))];
  return (
    <tr>
      <td>
        {name}
        <div className="st-quiet">{email}</div>
      </td>
      <td>
        {roles.map((one) => (
          <div key={`${one.organisationId} ${one.roleId}`}>
            {one.role}
            {named && <span className="st-quiet"> · {one.organisation}</span>}
          </div>
        ))}
      </td>
      <td>{by.length > 0 ? by.join(', ') : <span className="st-quiet">{say('notNoted')}</span>}</td>
      <td>
        {until && <Time at={until} />} {state === 'run_out' && <Tag tone="warning">{say('runOut')}</Tag>}
      </td>
      <td>
        {mail ? (
          <Tag tone={tones[mail]}>{invitationMails(mail)}</Tag>
        ) : (
          <span className="st-quiet">{say('mailUnknown')}</span>
        )}
      </td>
      <td className="st-end">
        <Acts invitation={invitation} org={org} onSent={onSent} />
      </td>
    </tr>
  );
}

function Acts({ invitation: { id, name, can }, org, onSent }: Omit<Props, 'named'>) {
  const [asking, setAsking] = useState(false);
  const query = org ? `?org=${org}` : '';
  const send = useSave<undefined, Handover>(`invitations/${id}/send${query}`, { refresh: REFRESH, onSaved: onSent });
  const withdraw = useSave<undefined>(`invitations/${id}${query}`, {
    method: 'delete',
    refresh: REFRESH,
    onSaved: () => showToast({ text: say('withdrawn', { name }), tone: 'success' }),
  });
  const tell = (error: Error) => showToast({ text: error.message, tone: 'danger' });
  async function handleWithdraw() {
    await withdraw.save(undefined).catch(tell);
    setAsking(false);
  }
  if (!can['send']) return <span className="st-quiet">{say('beyondOwn')}</span>;
  return (
    <>
      <Button size="sm" busy={send.busy} onClick={() => void send.save(undefined).catch(tell)}>
        {say('sendAgain')} <span className="visually-hidden">{name}</span>
      </Button>{' '}
      <Button size="sm" onClick={() => setAsking(true)}>
        {say('withdraw')} <span className="visually-hidden">{name}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        title={say('withdrawTitle', { name })}
        confirmLabel={say('withdraw')}
        danger
        onConfirm={handleWithdraw}
        onClose={() => setAsking(false)}
      >
        {say('withdrawText', { name })}
      </ConfirmDialog>
    </>
  );
}

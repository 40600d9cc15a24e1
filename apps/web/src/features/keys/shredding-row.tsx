import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ConfirmDialog, showToast, Tag, Time, type Tone } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { useMe } from '../../shared/session';
import { touches } from '../../shared/use-save';
import { say } from './messages';

type Shredding = Api<'Shredding'>;
type Props = { shredding: Shredding; name: string };
const tones: Readonly<Record<Shredding['state'], Tone>> = {
  asked: 'warning',
  approved: 'danger',
  done: 'neutral',
  withdrawn: 'neutral',
};

/** One client on its way to be shredded, who decided, and what the person may do about it. */
export function ShreddingRow({ shredding, name }: Props) {
  const { state, reason, askedName, askedAt, approvedName } = shredding;
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Tag tone={tones[state]}>{say(`shred_${state}`)}</Tag> <When shredding={shredding} />
      </td>
      <td>
        {say('askedBy', { name: askedName })} <Time at={askedAt} />
        {approvedName && <div>{say('approvedBy', { name: approvedName })}</div>}
        <div className="st-quiet">{reason}</div>
      </td>
      <td className="st-end">
        {(state === 'asked' || state === 'approved') && <Acts shredding={shredding} name={name} />}
      </td>
    </tr>
  );
}

function When({ shredding: { state, dueAt, copiesUntil } }: { shredding: Shredding }) {
  if (state === 'approved' && dueAt) return <Time at={dueAt} />;
  if (state !== 'done' || !copiesUntil) return null;
  return (
    <div className="st-quiet">
      {say('copiesUntil')} <Time at={copiesUntil} />
    </div>
  );
}

function Acts({ shredding: { id, state, askedBy }, name }: Props) {
  const me = useMe();
  const [approving, setApproving] = useState(false);
  const act = useAct(id);
  const mine = askedBy === me.id;
  return (
    <span className="st-keys-acts">
      {state === 'asked' && (
        <Button
          size="sm"
          tone="danger"
          disabled={mine}
          title={mine ? say('ownShredding') : undefined}
          onClick={() => setApproving(true)}
        >
          {say('approve')} <span className="visually-hidden">{name}</span>
        </Button>
      )}
      <Button size="sm" onClick={() => void act('withdraw', say('shredWithdrawn', { name }))}>
        {say('withdraw')} <span className="visually-hidden">{name}</span>
      </Button>
      <ConfirmDialog
        open={approving}
        title={say('approveTitle', { name })}
        confirmLabel={say('approve')}
        typeToConfirm={name}
        danger
        onConfirm={async () => {
          setApproving(false);
          await act('approve', say('shredApproved', { name }));
        }}
        onClose={() => setApproving(false)}
      >
        {say('approveText')}
      </ConfirmDialog>
    </span>
  );
}

function useAct(id: string) {
  const client = useQueryClient();
  return async (verb: 'approve' | 'withdraw', text: string): Promise<void> => {
    try {
      await api.post(`keys/shreddings/${id}/${verb}`);
      showToast({ text, tone: 'success' });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
    await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['keys']) });
  };
}

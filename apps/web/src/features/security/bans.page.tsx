import type { Api } from '@st0r/api-client';
import type { ListShape } from '@st0r/list-query';
import { Button, DataTable, EmptyState, Forbidden, PageHead, showToast, Tag, Time, type Column } from '@st0r/ui';
import { useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { useSave } from '../../shared/use-save';
import { say } from './messages';

type AddressBan = Api<'AddressBan'>;
const BANS = 'address-bans';

const shape: ListShape = {
  fields: {
    address: { kind: 'text', filter: true, sort: true },
    createdAt: { kind: 'moment', filter: true, sort: true },
    liftedAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [{ field: 'createdAt', descending: true }],
  searchable: true,
};

const columns: Column<AddressBan>[] = [
  { id: 'address', header: say('address'), cell: ({ address }) => <code>{address}</code>, sort: 'address' },
  { id: 'since', header: say('banned'), cell: ({ createdAt }) => <Time at={createdAt} />, sort: 'createdAt' },
  { id: 'jail', header: say('jail'), cell: ({ jail }) => jail },
  { id: 'lifted', header: say('state'), cell: (row) => <State ban={row} /> },
  { id: 'acts', header: say('change'), align: 'end', cell: (row) => <Lift ban={row} /> },
];

/** Addresses that fail2ban keeps away, as it told, the newest first. */
export function Component() {
  const { platformAdmin } = useMe();
  const list = useList<AddressBan>(BANS, shape, { enabled: platformAdmin });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('bans')} />
      <p className="st-quiet">{say('bansText')}</p>
      <DataTable
        label={say('bans')}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.address}
        empty={
          <EmptyState icon="shield-lock" title={say('noBans')}>
            {say('noBansText')}
          </EmptyState>
        }
      />
    </>
  );
}

function State({ ban: { liftedAt } }: { ban: AddressBan }) {
  if (!liftedAt) return <Tag tone="danger">{say('keptOut')}</Tag>;
  return (
    <>
      {say('over')} <Time at={liftedAt} />
    </>
  );
}

function Lift({ ban }: { ban: AddressBan }) {
  const save = useSave<object>(`${BANS}/${ban.id}/lift`, {
    refresh: [BANS],
    onSaved: () => showToast({ text: say('lifted', { address: ban.address }), tone: 'success' }),
  });
  if (ban.liftedAt) return null;
  const handleLift = () =>
    save.save({}).catch((refusal: Error) => showToast({ text: refusal.message, tone: 'danger' }));
  return (
    <Button size="sm" busy={save.busy} onClick={() => void handleLift()}>
      {say('lift')} <span className="visually-hidden">{ban.address}</span>
    </Button>
  );
}

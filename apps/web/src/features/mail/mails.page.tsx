import type { ListShape } from '@st0r/list-query';
import type { Api } from '@st0r/api-client';
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  FilterBar,
  Forbidden,
  messages,
  PageHead,
  showToast,
  Tag,
  Time,
  type Column,
  type Tone,
} from '@st0r/ui';
import { ListTools } from '../../shared/list-tools';
import { useMe } from '../../shared/session';
import { useList } from '../../shared/use-list';
import { useSave } from '../../shared/use-save';
import { say } from './messages';

type Mail = Api<'Mail'>;

const words = messages({ queued: 'Waiting', sent: 'Sent', bounced: 'Bounced', failed: 'Failed' });
const tones: Record<string, Tone> = { sent: 'success', bounced: 'danger', failed: 'danger' };

const shape: ListShape = {
  fields: {
    createdAt: { kind: 'moment', filter: true, sort: true },
    state: { kind: 'choice', choices: ['queued', 'sent', 'bounced', 'failed'], filter: true },
    template: { kind: 'text', operators: ['eq', 'in'], filter: true },
    recipient: { kind: 'text', operators: ['eq', 'contains', 'startsWith'], filter: true },
    subject: { kind: 'text', operators: ['contains'], filter: true },
  },
  defaultSort: [{ field: 'createdAt', descending: true }],
  searchable: true,
};

const columns: readonly Column<Mail>[] = [
  { id: 'recipient', header: say('recipient'), cell: ({ recipient }) => recipient },
  { id: 'subject', header: say('subject'), cell: ({ subject }) => subject },
  {
    id: 'state',
    header: say('state'),
    cell: ({ state }) => <Tag tone={tones[state] ?? 'neutral'}>{words(state as 'sent')}</Tag>,
  },
  { id: 'created', header: say('created'), sort: 'createdAt', cell: ({ createdAt }) => <Time at={createdAt} /> },
  { id: 'tries', header: say('tries'), align: 'end', cell: ({ tries }) => tries },
  { id: 'answer', header: say('words'), cell: ({ answer }) => answer ?? '' },
  { id: 'retry', header: '', cell: (mail) => <Retry mail={mail} /> },
];

/** Mails that left or could not; what they say is nowhere to be seen. */
export function Component() {
  const { platformAdmin } = useMe();
  const list = useList<Mail>('mails', shape, { enabled: platformAdmin, changing: ({ state }) => state === 'queued' });
  if (!platformAdmin) return <Forbidden permission={say('platformAdmin')} />;
  return (
    <>
      <PageHead title={say('mails')} actions={<ButtonLink to="/admin/mail">{say('toSettings')}</ButtonLink>} />
      <FilterBar shape={shape} chips={list.chips} onChange={list.setChips}>
        <ListTools list="mails" columns={columns} />
      </FilterBar>
      <DataTable
        label={say('mails')}
        list={list}
        columns={columns}
        rowId={({ id }) => id}
        rowName={({ subject, recipient }) => `${subject}, ${recipient}`}
        empty={
          <EmptyState icon="envelope" title={say('empty')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}

function Retry({ mail }: { mail: Mail }) {
  const retry = useSave<object>(`jobs/${mail.jobId}/retry`, {
    refresh: ['mails'],
    onSaved: () => showToast({ text: say('retried'), tone: 'success' }),
  });
  if (!mail.jobId || !['bounced', 'failed'].includes(mail.state)) return null;
  async function handleRetry() {
    await retry.save({}).catch((error: Error) => showToast({ text: error.message, tone: 'danger' }));
  }
  return (
    <Button size="sm" busy={retry.busy} onClick={() => void handleRetry()}>
      {say('retry')}
    </Button>
  );
}

import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ListShape } from '@st0r/list-query';
import { Button, DataTable, EmptyState, FilterBar, Panel, showToast, Tag, Time, type Column } from '@st0r/ui';
import { lazyDialog } from '../../shared/lazy-part';
import { useList } from '../../shared/use-list';
import { useSave } from '../../shared/use-save';
import { OVERVIEW, severityTones, WEAKNESSES, type Weakness } from './host-security.api';
import { say, severityWords, sourceWords } from './messages';

const DecideDialog = lazyDialog(() => import('./decide-dialog'));

const shape: ListShape = {
  fields: {
    severity: {
      kind: 'choice',
      choices: ['critical', 'high', 'medium', 'low', 'unrated'],
      filter: true,
      sort: false,
    },
    state: { kind: 'choice', choices: ['open', 'accepted', 'ignored', 'gone'], filter: true, sort: false },
    source: { kind: 'choice', choices: ['apt', 'dnf', 'npm', 'snyk'], filter: true, sort: false },
    kind: { kind: 'choice', choices: ['update', 'vulnerability', 'licence'], filter: true, sort: false },
    package: { kind: 'text', filter: true, sort: true },
    subject: { kind: 'text', filter: true, sort: true },
    severityRank: { kind: 'int', filter: false, sort: true },
    firstSeenAt: { kind: 'moment', filter: true, sort: true },
    lastSeenAt: { kind: 'moment', filter: true, sort: true },
  },
  defaultSort: [
    { field: 'severityRank', descending: true },
    { field: 'package', descending: false },
  ],
  searchable: true,
};

/** What is known, the worst first; what is gone only for those who ask for it. */
export function Weaknesses() {
  const [search] = useSearchParams();
  const asksState = [...search.keys()].some((key) => key.startsWith('state'));
  const list = useList<Weakness>(WEAKNESSES, shape, { params: asksState ? {} : { 'state[ne]': 'gone' } });
  const [deciding, setDeciding] = useState<string>();
  const decided = list.rows.find(({ id }) => id === deciding);
  const acts: Column<Weakness> = {
    id: 'acts',
    header: say('acts'),
    align: 'end',
    cell: (row) => <Acts weakness={row} onDecide={() => setDeciding(row.id)} />,
  };
  return (
    <Panel title={say('weaknesses')} flush>
      <p className="st-quiet st-host-note">{say('weaknessesText')}</p>
      <div className="st-host-filter">
        <FilterBar shape={shape} chips={list.chips} onChange={list.setChips} />
      </div>
      <DataTable
        label={say('weaknesses')}
        list={list}
        columns={[...columns, acts]}
        rowId={({ id }) => id}
        rowName={(row) => row.package}
        empty={
          <EmptyState icon="box-seam" title={say('empty')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
      {decided && <DecideDialog key={decided.version} weakness={decided} onClose={() => setDeciding(undefined)} />}
    </Panel>
  );
}

const columns: readonly Column<Weakness>[] = [
  {
    id: 'severity',
    header: say('severity'),
    sort: 'severityRank',
    cell: ({ severity }) => <Tag tone={severityTones[severity]}>{severityWords(severity)}</Tag>,
  },
  { id: 'package', header: say('package'), sort: 'package', cell: (row) => <Package weakness={row} /> },
  { id: 'installed', header: say('versions'), cell: (row) => <Versions weakness={row} /> },
  {
    id: 'source',
    header: say('source'),
    cell: ({ source, subject }) => (
      <>
        {sourceWords(source)}
        <span className="st-host-line st-host-subject" title={subject}>
          {subject}
        </span>
      </>
    ),
  },
  { id: 'first', header: say('firstSeen'), sort: 'firstSeenAt', cell: ({ firstSeenAt }) => <Time at={firstSeenAt} /> },
  { id: 'last', header: say('lastSeen'), sort: 'lastSeenAt', cell: ({ lastSeenAt }) => <Time at={lastSeenAt} /> },
  { id: 'state', header: say('state'), cell: (row) => <State weakness={row} /> },
];

function Package({ weakness: { package: name, kind, title, url, reference } }: { weakness: Weakness }) {
  return (
    <>
      <strong>{name}</strong> <span className="st-quiet">{say(kind)}</span>
      <span className="st-host-line" title={title}>
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {reference ?? url}
          </a>
        ) : (
          reference
        )}{' '}
        {title}
      </span>
    </>
  );
}

function Versions({ weakness: { installed, fixedIn } }: { weakness: Weakness }) {
  return (
    <>
      <code className="st-host-line st-host-version" title={installed ?? undefined}>
        {installed}
      </code>
      <code className="st-host-line st-host-version" title={fixedIn ?? undefined}>
        {fixedIn}
      </code>
    </>
  );
}

function State({ weakness: { state, reason, decidedName, decidedUntil } }: { weakness: Weakness }) {
  if (state === 'open' || state === 'gone') return <Tag>{say(state)}</Tag>;
  const why = say('decidedBy', { reason: reason ?? '', name: decidedName ?? '' });
  return (
    <>
      <Tag tone="info">{say(state)}</Tag> {say('until')} {decidedUntil && <Time at={decidedUntil} />}
      <span className="st-host-line st-host-subject" title={why}>
        {why}
      </span>
    </>
  );
}

function Acts({ weakness, onDecide }: { weakness: Weakness; onDecide: () => void }) {
  const { id, package: name, can, state } = weakness;
  const reopen = useSave<object>(`${WEAKNESSES}/${id}/reopen`, {
    refresh: [WEAKNESSES, OVERVIEW],
    onSaved: () => showToast({ text: say('reopened', { name }), tone: 'success' }),
  });
  const handleReopen = () =>
    reopen.save({}).catch((refusal: Error) => showToast({ text: refusal.message, tone: 'danger' }));
  const heard = <span className="visually-hidden">{name}</span>;
  if (state === 'open' && can['decide'] === true)
    return (
      <Button size="sm" onClick={onDecide}>
        {say('decide')} {heard}
      </Button>
    );
  if (state === 'gone' || can['reopen'] !== true) return null;
  return (
    <Button size="sm" busy={reopen.busy} onClick={() => void handleReopen()}>
      {say('reopen')} {heard}
    </Button>
  );
}

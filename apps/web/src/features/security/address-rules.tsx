import { useState } from 'react';
import type { ListShape } from '@st0r/list-query';
import { Button, DataTable, EmptyState, Panel, Tag, Time, type Column } from '@st0r/ui';
import { lazyDialog } from '../../shared/lazy-part';
import { useArchive } from '../../shared/use-archive';
import { useList } from '../../shared/use-list';
import { say } from './messages';
import { RULES, type AddressRule } from './security.api';

const RuleDialog = lazyDialog(() => import('./rule-dialog'));

const shape: ListShape = {
  fields: {
    network: { kind: 'text', filter: true, sort: true },
    effect: { kind: 'choice', choices: ['allow', 'deny'], filter: true, sort: false },
    area: { kind: 'choice', choices: ['sign_in', 'admin', 'api'], filter: true, sort: false },
  },
  defaultSort: [{ field: 'network', descending: false }],
  searchable: true,
};

/** Blocks of addresses that are let in or kept out. */
export function AddressRules() {
  const list = useList<AddressRule>(RULES, shape);
  const archive = useArchive(RULES);
  const [edited, setEdited] = useState<AddressRule | 'new'>();
  const add = (
    <Button size="sm" icon="plus-lg" onClick={() => setEdited('new')}>
      {say('add')}
    </Button>
  );
  const acts = (row: AddressRule) => (
    <span className="st-marks">
      <Button size="sm" onClick={() => setEdited(row)}>
        {say('change')} <span className="visually-hidden">{row.network}</span>
      </Button>
      <Button size="sm" onClick={() => void archive({ id: row.id, name: row.network })}>
        {say('remove')} <span className="visually-hidden">{row.network}</span>
      </Button>
    </span>
  );
  return (
    <Panel title={say('addressRules')} actions={add} flush>
      <p className="st-quiet st-rules-text">{say('addressRulesText')}</p>
      <DataTable
        label={say('addressRules')}
        list={list}
        columns={[...columns, { id: 'acts', header: say('change'), align: 'end', cell: acts }]}
        rowId={(row) => row.id}
        rowName={(row) => row.network}
        empty={
          <EmptyState icon="shield-lock" title={say('empty')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
      {edited && <RuleDialog rule={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />}
    </Panel>
  );
}

const columns: Column<AddressRule>[] = [
  { id: 'network', header: say('network'), cell: ({ network }) => <code>{network}</code>, sort: 'network' },
  {
    id: 'effect',
    header: say('effect'),
    cell: ({ effect }) => <Tag tone={effect === 'deny' ? 'danger' : 'success'}>{say(effect)}</Tag>,
  },
  { id: 'area', header: say('area'), cell: ({ area }) => say(area) },
  { id: 'note', header: say('note'), cell: ({ note }) => note },
  { id: 'expires', header: say('expires'), cell: (row) => <Ends rule={row} /> },
];

function Ends({ rule: { expiresAt } }: { rule: AddressRule }) {
  if (!expiresAt) return <span className="st-quiet">{say('never')}</span>;
  if (Date.parse(expiresAt) < Date.now()) return <Tag>{say('over')}</Tag>;
  return <Time at={expiresAt} />;
}

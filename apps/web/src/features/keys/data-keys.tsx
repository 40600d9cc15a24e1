import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ConfirmDialog, ErrorState, Panel, showToast, Skeleton, Tag, SmallTable } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { touches } from '../../shared/use-save';
import { daysText, purposeText, say } from './messages';
import { useClients } from './use-clients';

type DataKey = Api<'DataKey'>;
const SHOWN = 200;

/** The data keys in force, the oldest first, each with a way to replace it. */
export function DataKeys() {
  const { nameOf } = useClients();
  const [chosen, setChosen] = useState<DataKey>();
  const replace = useReplace();
  const found = useQuery({
    queryKey: ['list', 'keys/data-keys'],
    queryFn: () => api.get<DataKey[]>('keys/data-keys'),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" lines={4} />;
  const name = chosen ? `${nameOf(chosen.organisationId)}, ${purposeText(chosen.purpose)}` : '';
  async function handleReplace() {
    setChosen(undefined);
    if (chosen) await replace(chosen);
  }
  return (
    <Panel title={say('dataKeys')} flush>
      <p className="st-quiet st-keys-note">
        {say('dataKeysText')} {found.data.length === SHOWN && say('oldest')}
      </p>
      <SmallTable
        label={say('dataKeys')}
        heads={[
          say('client'),
          say('purpose'),
          say('version'),
          say('age'),
          { text: say('writes'), as: 'end' },
          { text: say('replace'), as: 'heard' },
        ]}
      >
        {found.data.map((key) => (
          <DataKeyRow
            key={`${key.organisationId} ${key.purpose}`}
            dataKey={key}
            name={nameOf(key.organisationId)}
            onReplace={() => setChosen(key)}
          />
        ))}
      </SmallTable>
      <ConfirmDialog
        open={chosen !== undefined}
        title={say('replaceTitle', { name })}
        confirmLabel={say('replace')}
        onConfirm={handleReplace}
        onClose={() => setChosen(undefined)}
      >
        {say('replaceText')}
      </ConfirmDialog>
    </Panel>
  );
}

function DataKeyRow({ dataKey, name, onReplace }: { dataKey: DataKey; name: string; onReplace: () => void }) {
  const { purpose, version, days, writes, due, replaceable } = dataKey;
  return (
    <tr>
      <td>{name}</td>
      <td>{purposeText(purpose)}</td>
      <td>{version}</td>
      <td>
        {daysText(days)} {due && <Tag tone="warning">{say('due')}</Tag>}
      </td>
      <td className="st-end">{writes.toLocaleString()}</td>
      <td className="st-end">
        {replaceable ? (
          <Button size="sm" icon="arrow-repeat" onClick={onReplace}>
            {say('replace')} <span className="visually-hidden">{`${name}, ${purposeText(purpose)}`}</span>
          </Button>
        ) : (
          say('notReplaceable')
        )}
      </td>
    </tr>
  );
}

/** Begins a replacement and tells how it went. */
function useReplace() {
  const client = useQueryClient();
  return async ({ organisationId, purpose }: DataKey): Promise<void> => {
    try {
      await api.post('keys/rotations', { ...(organisationId ? { organisationId } : {}), purpose });
      showToast({ text: say('replaced'), tone: 'success' });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
    await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['keys']) });
  };
}

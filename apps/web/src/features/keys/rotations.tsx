import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { ErrorState, Panel, Progress, Skeleton, Tag, Time, SmallTable } from '@st0r/ui';
import { api } from '../../shared/api';
import { purposeText, say } from './messages';
import { useClients } from './use-clients';

type Rotation = Api<'DataKeyRotation'>;
const WATCHED_MS = 2000;

/** Keys that are being replaced, with progress, and the last ones that were. */
export function Rotations() {
  const { nameOf } = useClients();
  const found = useQuery({
    queryKey: ['list', 'keys/rotations'],
    queryFn: () => api.get<Rotation[]>('keys/rotations'),
    // Watched while something moves, left alone otherwise.
    refetchInterval: ({ state }) => (state.data?.some(({ state }) => state === 'moving') ? WATCHED_MS : false),
  });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton shape="rows" lines={2} />;
  if (found.data.length === 0)
    return (
      <Panel title={say('rotations')}>
        <span className="st-quiet">{say('noRotations')}</span>
      </Panel>
    );
  return (
    <Panel title={say('rotations')} flush>
      <SmallTable
        label={say('rotations')}
        heads={[say('client'), say('purpose'), say('version'), say('progress'), say('since')]}
      >
        {found.data.map((rotation) => (
          <tr key={rotation.id}>
            <td>{nameOf(rotation.organisationId)}</td>
            <td>
              {purposeText(rotation.purpose)} <Tag>{say(`why_${rotation.reason}`)}</Tag>
            </td>
            <td>
              {rotation.fromVersion} → {rotation.toVersion}
            </td>
            <td>
              <HowFar rotation={rotation} />
            </td>
            <td>
              <Time at={rotation.startedAt} />
            </td>
          </tr>
        ))}
      </SmallTable>
    </Panel>
  );
}

function HowFar({ rotation: { state, done, total, dead } }: { rotation: Rotation }) {
  if (state === 'done') return <Tag tone="success">{say('done')}</Tag>;
  if (state === 'blocked') return <Tag tone="danger">{say('blocked', { n: dead })}</Tag>;
  if (state === 'resting') return <Tag tone="info">{say('resting')}</Tag>;
  const sentence = say('moving', { done: done.toLocaleString(), total: total.toLocaleString() });
  return (
    <>
      <Progress label={sentence} done={done} total={total} />
      {sentence}
    </>
  );
}

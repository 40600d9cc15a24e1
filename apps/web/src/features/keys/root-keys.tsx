import type { Api } from '@st0r/api-client';
import { ErrorState, Notice, Panel, Skeleton, Tag, Time, type Tone, SmallTable } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { say } from './messages';

type Overview = Api<'KeyOverview'>;
type RootKey = Overview['rootKeys'][number];
const tones: Readonly<Record<string, Tone>> = { active: 'success', staged: 'info', decrypt_only: 'warning' };

/** The versions of the root key, what depends on each, and which running process holds which. */
export function RootKeys() {
  const { record, status, error, retry } = useRecord<Overview>('keys');
  if (status === 'error') return <ErrorState error={error} onRetry={retry} />;
  if (!record) return <Skeleton shape="rows" lines={3} />;
  return (
    <Panel title={say('rootKeys')} flush>
      <p className="st-quiet st-keys-note">{say('rootKeysText')}</p>
      {record.warning && <Notice tone="warning">{record.warning}</Notice>}
      <RootKeyTable rootKeys={record.rootKeys} />
      <NodeTable nodes={record.nodes} />
      <p className="st-quiet st-keys-note">
        {say('ceremony')} <code>st0r keys stage</code>, <code>activate</code>, <code>rewrap</code>, <code>retire</code>.
      </p>
    </Panel>
  );
}

function RootKeyTable({ rootKeys }: { rootKeys: readonly RootKey[] }) {
  return (
    <SmallTable
      label={say('rootKeys')}
      heads={[say('key'), say('state'), say('check'), { text: say('wraps'), as: 'end' }, say('since')]}
    >
      {rootKeys.map((key) => (
        <tr key={key.version}>
          <td>{key.version}</td>
          <td>
            <span className="st-marks">
              <Tag tone={tones[key.state] ?? 'neutral'}>{say(key.state)}</Tag>
              {key.missingAt.length > 0 && (
                <Tag tone="danger">{say('missing', { names: key.missingAt.join(', ') })}</Tag>
              )}
            </span>
          </td>
          <td>
            <code>{key.check}</code>
          </td>
          <td className="st-end">{key.wraps.toLocaleString()}</td>
          <td>
            <Time at={key.activatedAt ?? key.createdAt} />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}

function NodeTable({ nodes }: { nodes: Overview['nodes'] }) {
  if (nodes.length === 0) return <p className="st-quiet st-keys-note">{say('nobodyRuns')}</p>;
  return (
    <SmallTable label={say('node')} heads={[say('node'), say('holds'), say('since')]}>
      {nodes.map((node) => (
        <tr key={node.name}>
          <td>{node.name}</td>
          <td>
            {node.sealedBecause ? (
              <Tag tone="danger">{say('sealed', { reason: node.sealedBecause })}</Tag>
            ) : (
              node.holds.join(', ')
            )}
          </td>
          <td>
            <Time at={node.startedAt} />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}

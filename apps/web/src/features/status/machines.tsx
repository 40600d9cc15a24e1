import type { Api } from '@st0r/api-client';
import { Facts, Notice, Panel, SmallTable, Time } from '@st0r/ui';
import { say, sizeText } from './messages';

type Status = Api<'Status'>;

/** The processes that run, the database under them, and the disk. */
export function Machines({ status }: { status: Status }) {
  return (
    <>
      <Nodes status={status} />
      <Panel title={say('database')}>
        <Database status={status} />
      </Panel>
      <Disks disks={status.disks} />
    </>
  );
}

function Nodes({ status: { nodes, version, runtime } }: { status: Status }) {
  const mixed = nodes.some((node) => (node.version ?? version) !== version);
  return (
    <Panel title={say('nodes')} flush>
      <p className="st-quiet st-status-note">
        {say('release')} {version}, {say('runtime')} {runtime}
      </p>
      {mixed && <Notice tone="warning">{say('mixed')}</Notice>}
      {nodes.length === 0 && <p className="st-quiet st-status-note">{say('nobodyRuns')}</p>}
      {nodes.length > 0 && <NodeTable nodes={nodes} />}
    </Panel>
  );
}

function NodeTable({ nodes }: { nodes: Status['nodes'] }) {
  return (
    <SmallTable label={say('nodes')} heads={[say('node'), say('release'), say('since'), say('seen')]}>
      {nodes.map(({ name, version, startedAt, seenAt }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{version}</td>
          <td>
            <Time at={startedAt} />
          </td>
          <td>
            <Time at={seenAt} />
          </td>
        </tr>
      ))}
    </SmallTable>
  );
}

function Database({ status: { database } }: { status: Status }) {
  const { version, schema, megabytes, connections, mostConnections } = database;
  return (
    <Facts
      facts={[
        [say('server'), version],
        [say('schema'), <code key="schema">{schema}</code>],
        [say('size'), sizeText(megabytes)],
        [say('connections'), say('connectionsOf', { open: connections, most: mostConnections })],
      ]}
    />
  );
}

function Disks({ disks }: { disks: Status['disks'] }) {
  return (
    <Panel title={say('disk')} flush>
      <SmallTable
        label={say('disk')}
        heads={[say('folder'), { text: say('free'), as: 'end' }, { text: say('size'), as: 'end' }]}
      >
        {disks.map(({ folder, freeMegabytes, sizeMegabytes }) => (
          <tr key={folder}>
            <th scope="row">
              <code>{folder}</code>
            </th>
            <td className="st-end">{sizeText(freeMegabytes)}</td>
            <td className="st-end">{sizeText(sizeMegabytes)}</td>
          </tr>
        ))}
      </SmallTable>
    </Panel>
  );
}

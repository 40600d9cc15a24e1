import { Panel, SmallTable } from '@st0r/ui';
import { say } from './messages';
import { chosen, toggled, type ApiUsage } from './usage-list';

type Props = { usage: ApiUsage; chips: string; onChange: (chips: string) => void };

/** The busiest routes beside the chart; pressing one narrows chart and list to it. */
export function EndpointTable({ usage, chips, onChange }: Props) {
  const only = chosen(chips, 'endpoint');
  return (
    <Panel title={say('endpoints')} flush>
      {usage.endpoints.length === 0 && <p className="st-quiet p-3 mb-0">{say('endpointsNone')}</p>}
      {usage.endpoints.length > 0 && (
        <SmallTable
          label={say('endpoints')}
          heads={[
            say('endpoint'),
            { text: say('requests'), as: 'end' },
            { text: say('refusals'), as: 'end' },
            { text: say('average'), as: 'end' },
          ]}
        >
          {usage.endpoints.map(({ method, endpoint, requests, refused, milliseconds }) => (
            <tr key={`${method} ${endpoint}`}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={only.includes(endpoint)}
                  onClick={() => onChange(toggled(chips, 'endpoint', endpoint))}
                >
                  <code>
                    {method} {endpoint.replace('/api/v1', '')}
                  </code>
                </button>
              </th>
              <td className="st-end">{requests.toLocaleString()}</td>
              <td className="st-end">{refused.toLocaleString()}</td>
              <td className="st-end">{milliseconds.toLocaleString()} ms</td>
            </tr>
          ))}
        </SmallTable>
      )}
    </Panel>
  );
}

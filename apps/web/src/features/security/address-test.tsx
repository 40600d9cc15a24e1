import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Api } from '@st0r/api-client';
import { Form, Panel, Tag, TextField } from '@st0r/ui';
import { api } from '../../shared/api';
import { say } from './messages';

type Verdict = Api<'AddressVerdict'>;
type AreaVerdict = Verdict['areas'][number];

/** Whether an address may come in, and what decides it. */
export default function AddressTest() {
  const form = useForm<{ address: string }>({ defaultValues: { address: '' } });
  const [verdict, setVerdict] = useState<Verdict>();
  async function handleTest({ address }: { address: string }) {
    setVerdict(undefined);
    setVerdict(await api.get<Verdict>('perimeter/verdict', { address: address.trim() }));
  }
  return (
    <Panel title={say('test')}>
      <Form form={form} onSubmit={handleTest} submitLabel={say('find')}>
        <TextField
          name="address"
          label={say('address')}
          help={say('addressHelp')}
          rules={{ required: say('required') }}
        />
      </Form>
      <div role="status" className="st-verdict">
        {verdict && <Answer verdict={verdict} />}
      </div>
    </Panel>
  );
}

function Answer({ verdict }: { verdict: Verdict }) {
  const { address, place, country, areas } = verdict;
  const where = place === 'country' ? (country ?? '') : say(place);
  return (
    <>
      <p>{say('placed', { address, place: where })}</p>
      <div className="st-table-scroller" tabIndex={0} role="region" aria-label={say('result')}>
        <table className="st-table" aria-label={say('result')}>
          <tbody>
            {areas.map((one) => (
              <tr key={one.area}>
                <th scope="row">{say(one.area)}</th>
                <td>
                  <Tag tone={one.open ? 'success' : 'danger'}>{one.open ? say('open') : say('closed')}</Tag>
                </td>
                <td>{reasonOf(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const reasonOf = ({ because, network }: AreaVerdict): string =>
  say(`reason_${because}` as const, { network: network ?? '' });

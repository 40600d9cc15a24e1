import { messages, SmallTable } from '@st0r/ui';
import type { SecurityChart } from './security.api';

const say = messages({
  addresses: 'Refused',
  by: 'What decided',
  refusals: 'Refused addresses, by what decided',
});
const reasons = messages({
  rule: 'An address rule',
  not_allowed: 'Not among the allowed addresses',
  unknown_country: 'In no country',
  no_database: 'No country database',
});
const countries = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });
const isReason = (label: string): label is Parameters<typeof reasons>[0] =>
  ['rule', 'not_allowed', 'unknown_country', 'no_database'].includes(label);

/** A country by its name, a rule in words; whatever else as it was written. */
function nameOf(label: string): string {
  if (isReason(label)) return reasons(label);
  return /^[A-Z]{2}$/.test(label) ? (countries.of(label) ?? label) : label;
}

/** From where addresses were refused in the time shown, the most frequent first. */
export function Refusals({ refusals }: Pick<SecurityChart, 'refusals'>) {
  if (refusals.length === 0) return null;
  return (
    <div className="st-refusals">
      <SmallTable label={say('refusals')} heads={[say('by'), { text: say('addresses'), as: 'end' }]}>
        {refusals.map(({ label, total }) => (
          <tr key={label}>
            <th scope="row">{nameOf(label)}</th>
            <td className="st-end">{total.toLocaleString()}</td>
          </tr>
        ))}
      </SmallTable>
    </div>
  );
}

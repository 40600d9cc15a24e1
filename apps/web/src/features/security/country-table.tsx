import { useId, useState } from 'react';
import { ErrorState, Skeleton } from '@st0r/ui';
import { useRecord } from '../../shared/use-record';
import { say } from './messages';
import { COUNTRIES, type Country } from './security.api';

type Props = { chosen: readonly string[]; onToggle: (code: string) => void };

const isCountry = ({ code }: Country): boolean => code.length === 2;

/** Countries with their sign-ins of seven days: those ticked and those somebody came from, the others by name. */
export function CountryTable({ chosen, onToggle }: Props) {
  const { record, status, error, retry } = useRecord<Country[]>(COUNTRIES);
  const [words, setWords] = useState('');
  const id = useId();
  if (status === 'error') return <ErrorState error={error} onRetry={retry} />;
  if (!record) return <Skeleton shape="rows" lines={4} />;
  const rows = shown(record, chosen, words);
  const hidden = record.length - rows.length;
  return (
    <>
      <div className="st-countries-find">
        <label htmlFor={id} className="form-label">
          {say('countrySearch')}
        </label>
        <input
          id={id}
          type="search"
          className="form-control"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </div>
      {rows.length > 0 && <Rows rows={rows} chosen={chosen} onToggle={onToggle} />}
      <p className="st-quiet st-country-acts" role="status">
        {rows.length === 0 && words ? say('noCountry') : words ? '' : say('more', { n: hidden })}
      </p>
    </>
  );
}

/** By name where somebody searches; otherwise what is ticked and where people came from, the busiest first. */
function shown(countries: readonly Country[], chosen: readonly string[], words: string): Country[] {
  const wanted = words.trim().toLowerCase();
  const found = wanted
    ? countries.filter(({ code, name }) => name.toLowerCase().includes(wanted) || code.toLowerCase() === wanted)
    : countries.filter(({ code, passed, refused }) => chosen.includes(code) || passed + refused > 0);
  return found.toSorted((a, b) => b.passed + b.refused - (a.passed + a.refused) || a.name.localeCompare(b.name));
}

function Rows({ rows, chosen, onToggle }: Props & { rows: readonly Country[] }) {
  return (
    <div className="st-table-scroller st-countries" tabIndex={0} role="region" aria-label={say('countryTable')}>
      <table className="st-table" aria-label={say('countryTable')}>
        <thead>
          <tr>
            <th scope="col">{say('country')}</th>
            <th scope="col" className="st-end">
              {say('passed')}
            </th>
            <th scope="col" className="st-end">
              {say('refused')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">
                {isCountry(row) ? (
                  <label className="form-check">
                    <input
                      type="checkbox"
                      className="form-check-input"
                      checked={chosen.includes(row.code)}
                      aria-label={say('tick', { name: row.name })}
                      onChange={() => onToggle(row.code)}
                    />
                    <span className="form-check-label">
                      {row.name} <span className="st-quiet">{row.code}</span>
                    </span>
                  </label>
                ) : (
                  row.name
                )}
              </th>
              <td className="st-end">{row.passed.toLocaleString()}</td>
              <td className="st-end">{row.refused.toLocaleString()}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

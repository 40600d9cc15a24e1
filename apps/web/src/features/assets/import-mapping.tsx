import type { Api } from '@st0r/api-client';
import { Button, Panel } from '@st0r/ui';
import { matches, say, type Match } from './import-messages';

type Preview = Api<'AssetImportPreview'>;
type Rules = { mapping: Record<string, number>; match: Match; dates: Api<'DateOrder'> };
type MappingProps = {
  preview: Preview;
  rules: Rules;
  onChange: (change: Partial<Rules>) => void;
  busy: boolean;
  onNext: () => void;
  onBack: () => void;
};

const delimiters: Record<string, string> = { '\t': 'tab', ' ': 'space' };
const orders = [
  { value: 'ymd', label: say('ymd') },
  { value: 'dmy', label: say('dmy') },
  { value: 'mdy', label: say('mdy') },
] as const;

/** Which column fills what, with the first rows of the file to look at. */
export function ImportMapping({ preview, rules, onChange, busy, onNext, onBack }: MappingProps) {
  const { mapping } = rules;
  const named = mapping['name'] !== undefined;
  return (
    <div className="as-stack">
      <Panel title={`${preview.filename}: ${say('mapTitle')}`}>
        <p className="st-quiet">
          {say('mapText')}{' '}
          {say('readAs', {
            rows: preview.rows.length,
            encoding: preview.encoding,
            delimiter: delimiters[preview.delimiter] ?? preview.delimiter,
          })}
        </p>
        <div className="as-columns">
          <Choice
            id="as-match"
            label={say('match')}
            value={rules.match}
            choices={matches}
            onChange={(match) => onChange({ match })}
          />
          <Choice
            id="as-dates"
            label={say('dates')}
            help={say('datesHelp')}
            value={rules.dates}
            choices={orders}
            onChange={(dates) => onChange({ dates })}
          />
        </div>
      </Panel>
      <Panel title={say('sampleRows')} flush>
        <div className="st-table-scroller" tabIndex={0} role="region" aria-label={say('columns')}>
          <table className="st-table as-map" aria-label={say('sampleRows')}>
            <thead>
              <tr>
                {preview.headers.map((header, column) => (
                  <th key={column} scope="col">
                    <div>{header || `${say('column')} ${column + 1}`}</div>
                    <ColumnField
                      preview={preview}
                      mapping={mapping}
                      column={column}
                      onChange={(next) => onChange({ mapping: next })}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row) => (
                <tr key={row.line}>
                  {preview.headers.map((_, column) => (
                    <td
                      key={column}
                      data-unused={fieldOf(mapping, column) ? undefined : true}
                      title={row.cells[column]}
                    >
                      {row.cells[column]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {!named && <p className="st-field-error">{say('notName')}</p>}
      <div className="st-form-foot">
        <Button tone="primary" busy={busy} disabled={!named} onClick={onNext}>
          {say('dryRun')}
        </Button>
        <Button onClick={onBack}>{say('back')}</Button>
      </div>
    </div>
  );
}

/** The order of days as far as the first rows tell: a number above 12 is a day. */
export function guessDates(rows: Preview['rows']): Api<'DateOrder'> {
  const days = rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}$/.exec(cell.trim()) ?? []),
  );
  const [first, second] = [1, 2].map((part) => days.filter((_, at) => at % 3 === part).some((n) => Number(n) > 12));
  if (second && !first) return 'mdy';
  return days.length > 0 ? 'dmy' : 'ymd';
}

/** The field a column fills. */
function fieldOf(mapping: Record<string, number>, column: number): string | undefined {
  return Object.keys(mapping).find((field) => mapping[field] === column);
}

/** The mapping after a column was given a field; a field is filled by one column only. */
export function mapped(mapping: Record<string, number>, column: number, field: string): Record<string, number> {
  const others = Object.entries(mapping).filter(([key, at]) => at !== column && key !== field);
  return Object.fromEntries(field ? [...others, [field, column]] : others);
}

type ColumnProps = {
  preview: Preview;
  mapping: Record<string, number>;
  column: number;
  onChange: (mapping: Record<string, number>) => void;
};

function ColumnField({ preview, mapping, column, onChange }: ColumnProps) {
  return (
    <select
      className="form-select form-select-sm"
      aria-label={say('mapFor', { name: preview.headers[column] || String(column + 1) })}
      value={fieldOf(mapping, column) ?? ''}
      onChange={(event) => onChange(mapped(mapping, column, event.target.value))}
    >
      <option value="">{say('ignore')}</option>
      {preview.fields.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  );
}

type ChoiceProps<V extends string> = {
  id: string;
  label: string;
  help?: string;
  value: V;
  choices: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
};

function Choice<V extends string>({ id, label, help, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <div className="st-field">
      <label className="form-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="form-select" value={value} onChange={(event) => onChange(event.target.value as V)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {help && <div className="form-text">{help}</div>}
    </div>
  );
}

import { Panel } from '@st0r/ui';
import { chosen, toggled, type AuditEvent } from './event-list';
import { say } from './messages';

const most = 6;
const fields = [
  { field: 'actorName', label: say('actor'), of: (event: AuditEvent) => event.actorName },
  { field: 'action', label: say('action'), of: (event: AuditEvent) => event.action },
  { field: 'targetType', label: say('object'), of: (event: AuditEvent) => event.targetType },
  { field: 'ip', label: say('from'), of: (event: AuditEvent) => event.ip },
  { field: 'outcome', label: say('outcome'), of: (event: AuditEvent) => event.outcome },
] as const;

type FacetsProps = { rows: readonly AuditEvent[]; chips: string; onChange: (chips: string) => void };

/** The most frequent values of the rows on screen; each narrows the list by a press. */
export function Facets({ rows, chips, onChange }: FacetsProps) {
  return (
    <Panel title={say('facets')}>
      <p className="st-quiet st-audit-small">{say('facetsHelp')}</p>
      {fields.map(({ field, label, of }) => (
        <Facet
          key={field}
          label={label}
          values={counted(rows.map(of), chosen(chips, field))}
          pressed={chosen(chips, field)}
          onToggle={(value) => onChange(toggled(chips, field, value))}
        />
      ))}
    </Panel>
  );
}

type FacetProps = {
  label: string;
  values: readonly (readonly [value: string, count: number])[];
  pressed: readonly string[];
  onToggle: (value: string) => void;
};

function Facet({ label, values, pressed, onToggle }: FacetProps) {
  if (values.length === 0) return null;
  return (
    <div className="st-audit-facet" role="group" aria-label={label}>
      <h3>{label}</h3>
      {values.map(([value, count]) => (
        <button key={value} type="button" aria-pressed={pressed.includes(value)} onClick={() => onToggle(value)}>
          <span>{value}</span>
          <b>{count.toLocaleString()}</b>
        </button>
      ))}
    </div>
  );
}

/** The most frequent values first; chosen ones stay listed even where no row on screen has them. */
export function counted(values: readonly (string | null | undefined)[], kept: readonly string[]) {
  const counts = new Map<string, number>(kept.map((value) => [value, 0]));
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].toSorted((a, b) => b[1] - a[1]);
  return ranked.filter(([value], place) => place < most || kept.includes(value));
}

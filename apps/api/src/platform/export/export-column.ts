import { fieldsOf, type DtoClass, type FieldSpec } from '@st0r/dto';

/** What stands in one cell of an exported list. */
export type ExportValue = string | number | boolean | null | undefined;
type Row = Record<string, unknown>;

/** One column a list can be exported with; `key` is its name in `columns=`. */
export interface ExportColumn {
  key: string;
  value: (row: Row) => ExportValue;
  /** Spreadsheets get a real date instead of text. */
  kind?: 'day' | 'moment';
}

/** A chosen column under the header it gets. */
export interface ChosenColumn extends ExportColumn {
  header: string;
}

/**
 * Columns of whatever a DTO declares: plain values, names of relations, lists of words, and the plain values of parts
 * as `fields.username`. Lists of parts and `can` are left out.
 */
export function columnsOf(dto: DtoClass): ExportColumn[] {
  return fieldsOf(dto).flatMap((spec) => {
    const part = spec.kind === 'object' && !spec.list ? spec.of?.() : undefined;
    if (part && !isRef(part)) return columnsOf(part).map((column) => within(spec.name, column));
    const value = reader(spec);
    return value ? [{ key: spec.name, value, ...dated(spec) }] : [];
  });
}

function reader({ name, kind, list }: FieldSpec): ((row: Row) => ExportValue) | undefined {
  if (kind === 'json' || (kind === 'object' && list)) return undefined;
  if (list) return (row) => joined(row[name]);
  if (kind === 'object') return (row) => (row[name] as { name?: string } | null)?.name;
  if (kind === 'money') return (row) => (typeof row[name] === 'number' ? row[name] / 100 : null);
  return (row) => row[name] as ExportValue;
}

const dated = ({ kind, list }: FieldSpec): Pick<ExportColumn, 'kind'> =>
  !list && (kind === 'day' || kind === 'moment') ? { kind } : {};

const within = (part: string, column: ExportColumn): ExportColumn => ({
  ...column,
  key: `${part}.${column.key}`,
  value: (row) => column.value((row[part] ?? {}) as Row),
});

const joined = (value: unknown): string => (Array.isArray(value) ? value.join('; ') : '');

/** A relation is shown by its name. */
const isRef = (dto: DtoClass | undefined): boolean =>
  dto !== undefined &&
  fieldsOf(dto).some(({ name }) => name === 'name') &&
  fieldsOf(dto).some(({ name }) => name === 'type');

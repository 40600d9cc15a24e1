import { fieldsOf, type DtoClass, type FieldSpec } from './field';

type Row = Record<string, unknown>;
type Presenter = (row: Row) => Row;
const presenters = new WeakMap<Function, Presenter>();

/** Copies only the declared properties of a row into a plain answer: the DTO is the allow-list. */
export function present<T extends object>(dto: DtoClass<T>, row: object): T {
  return presenterOf(dto)(row as Row) as T;
}

/** The compiled form of `present`, for lists. */
export function presenterOf(dto: Function): Presenter {
  const known = presenters.get(dto);
  if (known) return known;
  const steps = fieldsOf(dto)
    .filter((spec) => spec.kind !== 'secret')
    .map((spec) => [spec.name, converter(spec)] as const);
  const presenter: Presenter = (row) => {
    const out: Row = {};
    for (const [name, convert] of steps) {
      const value = row[name];
      out[name] = value === undefined || value === null ? null : convert(value);
    }
    return out;
  };
  presenters.set(dto, presenter);
  return presenter;
}

function converter(spec: FieldSpec): (value: unknown) => unknown {
  const one = single(spec);
  if (!spec.list) return one;
  return (value) => (typeof value === 'string' ? (JSON.parse(value) as unknown[]) : (value as unknown[])).map(one);
}

function single(spec: FieldSpec): (value: unknown) => unknown {
  switch (spec.kind) {
    case 'moment':
      return moment;
    case 'day':
      return (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10));
    case 'flag':
      return (value) => value === true || value === 1 || value === '1';
    case 'int':
    case 'money':
    case 'decimal':
      return Number;
    case 'json':
      return (value) => (typeof value === 'string' ? JSON.parse(value) : value);
    case 'object':
      return (value) =>
        presenterOf(spec.of!())(typeof value === 'string' ? (JSON.parse(value) as Row) : (value as Row));
    default:
      return (value) => value;
  }
}

/**
 * Moments leave as ISO 8601 UTC; the driver hands over `YYYY-MM-DD HH:MM:SS.ffffff`, or a whole second without a
 * fraction. Empty microseconds are dropped, milliseconds are not.
 */
function moment(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  const text = String(value);
  if (text.length === 26 && text.endsWith('000')) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`;
  if (text.length === 19) return `${text.slice(0, 10)}T${text.slice(11)}.000Z`;
  const utc = text.endsWith('Z') ? text : `${text.replace(' ', 'T')}Z`;
  return utc.replace(/(\.\d{3})000Z$/, '$1Z');
}

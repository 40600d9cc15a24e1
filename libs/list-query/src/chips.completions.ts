import { scanChips, type ChipToken } from './chips.scanner';
import { chipHead } from './chips.writer';
import { filterField, operatorsOf, sortNames } from './field.operators';
import type { ListField, ListShape, Operator } from './list-query.types';
import { joinChipValues } from './value-list.text';

/** One suggestion: put `text` in place of the characters from `start` to `end`. */
export interface Completion {
  kind: 'field' | 'operator' | 'value';
  text: string;
  start: number;
  end: number;
}

const MAX_COMPLETIONS = 20;
const RELATIVE = ['0d', '7d', '30d', '90d', '-7d', '-30d'];
const NAMED: Readonly<Record<string, readonly string[]>> = { archived: ['no', 'only', 'any'] };

/** What may stand at the caret of the filter box: field names, then operators, then values; at most twenty. */
export function completions(shape: ListShape, text: string, caret: number): Completion[] {
  const end = Math.max(0, Math.min(caret, text.length));
  const token = scanChips(text.slice(0, end)).at(-1);
  const touching = token !== undefined && token.end === end ? token : { start: end, end, value: '' };
  if (text[touching.start] === '"') return [];
  const found = touching.head === undefined ? names(shape, touching) : values(shape, touching);
  return found.slice(0, MAX_COMPLETIONS);
}

function names(shape: ListShape, token: ChipToken): Completion[] {
  const minus = token.value.startsWith('-') ? '-' : '';
  const typed = token.value.slice(minus.length).toLowerCase();
  const { start, end } = token;
  const fields = Object.entries(shape.fields).filter(([name, field]) => matches(name, typed) && field.filter === true);
  return fields.flatMap(([name, field]): Completion[] => {
    const heads = minus === '-' ? [`-${name}:`] : headsOf(name, field);
    const kind = name.toLowerCase() === typed ? 'operator' : 'field';
    const offered = kind === 'operator' ? heads : heads.slice(0, 1);
    return offered.map((text) => ({ kind, text, start, end }));
  });
}

function headsOf(name: string, field: ListField): string[] {
  const operators = operatorsOf(field).filter((operator) => operator !== 'ne' && operator !== 'in');
  const first: readonly Operator[] = operatorsOf(field).includes('in') && !operators.includes('eq') ? ['in'] : [];
  return [...first, ...operators].map((operator) => (operator === 'eq' ? `${name}:` : chipHead(name, operator)));
}

function values(shape: ListShape, token: ChipToken): Completion[] {
  const comma = token.value.lastIndexOf(',') + 1;
  const typed = token.value.slice(comma).toLowerCase();
  const start = token.end - (token.value.length - comma);
  const offered = valuesFor(shape, token).filter((value) => matches(value, typed));
  return offered.map((value) => ({ kind: 'value', text: joinChipValues([value]), start, end: token.end }));
}

function valuesFor(shape: ListShape, { head }: ChipToken): readonly string[] {
  const { field: name = '', operator } = head ?? {};
  if (operator === 'null') return ['true', 'false'];
  if (name === 'sort') return sortNames(shape).flatMap((field) => [field, `-${field}`]);
  if (Object.hasOwn(NAMED, name)) return NAMED[name] ?? [];
  const field = filterField(shape, name);
  if (field?.kind === 'flag') return ['true', 'false'];
  if (field?.kind === 'day' || field?.kind === 'moment') return RELATIVE;
  return field?.choices ?? [];
}

function matches(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed);
}

import { dayOf, momentOf } from './custom-field.checks';
import {
  CUSTOM_FIELD_TYPES,
  RELATION_TARGETS,
  type CustomFieldDefinition,
  type CustomFieldProblem,
} from './custom-field.types';
import { patternFault, PATTERN_LIMITS, type PatternFault } from './pattern-cost';

const SLUG = /^[a-z][a-z0-9_]{0,59}$/;
const MAX_OPTIONS = 200;
const MAX_OPTION_LENGTH = 200;

const PATTERN_DETAILS: Readonly<Record<PatternFault, string>> = {
  'pattern.too_long': `The pattern has more than ${PATTERN_LIMITS.pattern} characters.`,
  'pattern.invalid': 'The pattern is not a regular expression.',
  'pattern.unsupported': 'The pattern looks ahead, looks back or refers to an earlier group. Write it without.',
  'pattern.too_slow': 'The pattern repeats a part that itself repeats or has alternatives. Write it without.',
};

/** Everything wrong with a definition before it is stored; empty when it can be used. Pointers start at the definition. */
export function checkDefinition(definition: CustomFieldDefinition): CustomFieldProblem[] {
  const { type } = definition;
  if (!CUSTOM_FIELD_TYPES.includes(type)) return [problem('/type', 'type.unknown', 'This is not a type of field.')];
  return [
    ...checkNames(definition),
    ...checkPattern(definition),
    ...checkOptions(definition),
    ...checkLimits(definition),
    ...checkTarget(definition),
  ];
}

function checkNames({ slug, label }: CustomFieldDefinition): CustomFieldProblem[] {
  const problems: CustomFieldProblem[] = [];
  if (!SLUG.test(slug)) {
    problems.push(
      problem('/slug', 'slug.invalid', 'Use a-z, 0-9 and underscores, 60 at most, starting with a letter.'),
    );
  }
  if (label.trim() === '' || label.length > 120) {
    problems.push(problem('/label', 'label.invalid', 'A label has between 1 and 120 characters.'));
  }
  return problems;
}

function checkPattern({ type, pattern }: CustomFieldDefinition): CustomFieldProblem[] {
  if (!pattern) return [];
  if (type !== 'text') return [problem('/pattern', 'pattern.misplaced', 'Only text fields take a pattern.')];
  const fault = patternFault(pattern);
  return fault ? [problem('/pattern', fault, PATTERN_DETAILS[fault])] : [];
}

function checkOptions({ type, options }: CustomFieldDefinition): CustomFieldProblem[] {
  const list = options ?? [];
  if (type !== 'dropdown') {
    return list.length > 0 ? [problem('/options', 'options.misplaced', 'Only dropdowns take options.')] : [];
  }
  const usable = list.every((option) => option.trim() !== '' && option.length <= MAX_OPTION_LENGTH);
  const different = new Set(list).size === list.length;
  if (usable && different && list.length > 0 && list.length <= MAX_OPTIONS) return [];
  return [problem('/options', 'options.invalid', `Give 1 to ${MAX_OPTIONS} different options, none of them empty.`)];
}

type Limit = number | string;

// How each type writes its limits; a type that is not here has none.
const LIMITS: { [type: string]: (limit: Limit) => boolean } = {
  text: isCount,
  textarea: isCount,
  number: (limit) => Number.isSafeInteger(limit),
  decimal: (limit) => Number.isFinite(limit),
  date: (limit) => dayOf(String(limit)) !== null,
  datetime: (limit) => momentOf(String(limit)) !== null,
};

function isCount(limit: Limit): boolean {
  return Number.isSafeInteger(limit) && Number(limit) >= 0;
}

function checkLimits({ type, min, max }: CustomFieldDefinition): CustomFieldProblem[] {
  const fits = LIMITS[type] ?? (() => false);
  const problems: CustomFieldProblem[] = [];
  for (const [name, limit] of Object.entries({ min, max })) {
    if (limit === null || limit === undefined || fits(limit)) continue;
    problems.push(problem(`/${name}`, 'limit.invalid', 'This limit does not suit the type of the field.'));
  }
  if (problems.length === 0 && isReversed(type, min, max)) {
    problems.push(problem('/max', 'limit.reversed', 'The upper limit is below the lower one.'));
  }
  return problems;
}

function isReversed(type: CustomFieldDefinition['type'], min: Limit | null = null, max: Limit | null = null): boolean {
  if (min === null || max === null) return false;
  if (type !== 'datetime') return max < min;
  return (momentOf(String(max)) ?? '') < (momentOf(String(min)) ?? '');
}

function checkTarget({ type, relatesTo }: CustomFieldDefinition): CustomFieldProblem[] {
  if (type !== 'relation') {
    return relatesTo ? [problem('/relatesTo', 'target.misplaced', 'Only relations point at records.')] : [];
  }
  if (RELATION_TARGETS.some((target) => target === relatesTo)) return [];
  return [problem('/relatesTo', 'target.unknown', `Choose one of: ${RELATION_TARGETS.join(', ')}.`)];
}

function problem(pointer: string, code: string, detail: string): CustomFieldProblem {
  return { pointer, code, params: {}, detail };
}

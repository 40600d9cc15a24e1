import { CHECKS } from './custom-field.checks';
import type {
  CustomFieldDefinition,
  CustomFieldProblem,
  CustomFieldValue,
  CustomFieldValues,
} from './custom-field.types';

/** All values in their stored form, or everything that is wrong; `cleared` names fields an update sets to nothing. */
export type CustomFieldCheck = { values: CustomFieldValues; cleared: string[] } | { errors: CustomFieldProblem[] };

/**
 * Checks the `customFields` of a request against their definitions. With `partial`, fields that are absent stay as they
 * are; otherwise a required one is missed. Definitions must have passed checkDefinition.
 */
export function validateCustomFields(
  definitions: readonly CustomFieldDefinition[],
  values: unknown,
  { partial = false }: { partial?: boolean } = {},
): CustomFieldCheck {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return {
      errors: [
        { pointer: '/customFields', code: 'not_object', params: {}, detail: 'Custom fields must be an object.' },
      ],
    };
  }
  const given = new Map(Object.entries(values));
  const errors = unknownKeys(definitions, given);
  const stored = new Map<string, CustomFieldValue>();
  const cleared: string[] = [];
  for (const definition of definitions) {
    const { slug } = definition;
    if (partial && !given.has(slug)) continue;
    const outcome = checkOne(definition, given.get(slug));
    if ('pointer' in outcome) errors.push(outcome);
    else if (outcome.value !== null) stored.set(slug, outcome.value);
    else if (given.has(slug)) cleared.push(slug);
  }
  return errors.length > 0 ? { errors } : { values: Object.fromEntries(stored), cleared };
}

function unknownKeys(definitions: readonly CustomFieldDefinition[], given: ReadonlyMap<string, unknown>) {
  const known = new Set(definitions.map((definition) => definition.slug));
  return Array.from(given.keys())
    .filter((key) => !known.has(key))
    .map((key): CustomFieldProblem => {
      const detail = 'There is no custom field of this name.';
      return { pointer: pointerTo(key), code: 'unknown', params: { field: key.slice(0, 100) }, detail };
    });
}

function checkOne(
  definition: CustomFieldDefinition,
  given: unknown,
): { value: CustomFieldValue | null } | CustomFieldProblem {
  const pointer = pointerTo(definition.slug);
  if (isEmpty(given, definition)) {
    if (!definition.required) return { value: null };
    return { pointer, code: 'required', params: {}, detail: `${definition.label} is required.` };
  }
  const checked = CHECKS[definition.type](given, definition);
  if ('value' in checked) return checked;
  const { code, params = {}, detail } = checked;
  return { pointer, code, params, detail: `${definition.label} ${detail}` };
}

// A cleared input sends an empty text. For texts that is a value worth keeping, unless one is required.
function isEmpty(given: unknown, { type, required }: CustomFieldDefinition): boolean {
  if (given === undefined || given === null) return true;
  return given === '' && (required === true || (type !== 'text' && type !== 'textarea'));
}

function pointerTo(slug: string): string {
  return `/customFields/${slug.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

const YES = /^(?:true|yes|y|1|x)$/i;
const NO = /^(?:false|no|n|0)$/i;

/** The JSON value a CSV cell stands for, ready for validateCustomFields; an empty cell is null. */
export function customFieldFromText({ type }: CustomFieldDefinition, cell: string): CustomFieldValue | null {
  if (type === 'text' || type === 'textarea') return cell === '' ? null : cell;
  const text = cell.trim();
  if (text === '') return null;
  if (type === 'checkbox') return YES.test(text) ? true : NO.test(text) ? false : text;
  if (type !== 'number' && type !== 'decimal') return text;
  return /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

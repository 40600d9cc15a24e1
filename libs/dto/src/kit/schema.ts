import { z } from 'zod';
import { fieldsOf, type DtoClass, type FieldSpec } from './field';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const schemas = new WeakMap<Function, z.ZodType>();

/** The zod schema of a DTO: unknown properties are refused, nothing is coerced. Built once per class. */
export function schemaOf(dto: Function): z.ZodType {
  const known = schemas.get(dto);
  if (known) return known;
  const shape: Record<string, z.ZodType> = {};
  for (const spec of fieldsOf(dto)) shape[spec.name] = fieldSchema(spec);
  const schema = z.strictObject(shape);
  schemas.set(dto, schema);
  return schema;
}

function fieldSchema(spec: FieldSpec): z.ZodType {
  const one = valueSchema(spec);
  const many = spec.list ? z.array(one).max(spec.maxItems ?? 200) : one;
  const present = spec.nullable ? many.nullable() : many;
  return spec.optional ? present.optional() : present;
}

function valueSchema(spec: FieldSpec): z.ZodType {
  switch (spec.kind) {
    case 'text':
    case 'secret':
      return textSchema(spec);
    case 'int':
    case 'money':
      return z
        .number()
        .int()
        .min(spec.min ?? Number.MIN_SAFE_INTEGER)
        .max(spec.max ?? Number.MAX_SAFE_INTEGER);
    case 'decimal':
      return z
        .number()
        .min(spec.min ?? -1e12)
        .max(spec.max ?? 1e12);
    case 'day':
      return z.string().refine(isDay, { params: { code: 'day' }, message: 'Expected a calendar day as YYYY-MM-DD.' });
    case 'moment':
      return z
        .string()
        .refine(isMoment, { params: { code: 'moment' }, message: 'Expected an ISO 8601 moment with zone.' });
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(spec.choices as [string, ...string[]]);
    case 'id':
      return z
        .string()
        .regex(UUID)
        .transform((id) => id.toLowerCase());
    case 'json':
      return z.record(z.string().max(100), z.unknown());
    case 'object':
      return z.lazy(() => schemaOf((spec.of as () => DtoClass)()));
  }
}

function textSchema(spec: FieldSpec): z.ZodType {
  const max = spec.max ?? 255;
  const tidy = z.string().transform((text) => (spec.trim ? text.trim() : text));
  return tidy.superRefine((text, issue) => {
    const length = countPoints(text);
    const add = (code: string, message: string, params: object): void =>
      issue.addIssue({ code: 'custom', message, params: { code, ...params } });
    if (length > max) add('too_long', `At most ${max} characters.`, { max, length });
    if (length < (spec.min ?? 0))
      add(length === 0 ? 'required' : 'too_short', `At least ${spec.min} characters.`, { min: spec.min });
    if (spec.pattern && length > 0 && !spec.pattern.test(text)) add('format', 'Not in the expected form.', {});
    // A lone surrogate cannot be stored as UTF-8; refuse it rather than changing what the user typed.
    if (!text.isWellFormed()) add('encoding', 'Contains half a character (a lone surrogate).', {});
    if (text.includes('\u0000')) add('nul', 'Contains a NUL character.', {});
  });
}

function countPoints(text: string): number {
  let points = 0;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) points += 1;
  return points;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

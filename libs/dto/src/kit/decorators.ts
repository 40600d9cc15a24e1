import { addField, INT_MAX, type DtoClass, type FieldKind, type FieldOptions, type FieldSpec } from './field';

type Extra = Partial<Omit<FieldSpec, 'name' | 'kind' | 'optional' | 'nullable' | 'list'>>;

function field(kind: FieldKind, options: FieldOptions, extra: Extra = {}): PropertyDecorator {
  return (target, property) => {
    addField(target.constructor, {
      name: String(property),
      kind,
      optional: options.optional ?? false,
      nullable: options.optional ?? false,
      list: options.list ?? false,
      maxItems: options.maxItems ?? 200,
      description: options.description,
      example: options.example,
      ...extra,
    });
  };
}

/** Text measured in Unicode code points; outer white space is cut unless `trim: false`. */
export interface TextOptions extends FieldOptions {
  max: number;
  min?: number;
  pattern?: RegExp;
  trim?: boolean;
}

/** A line or block of text of at most `max` code points. */
export const Text = (options: TextOptions): PropertyDecorator =>
  field('text', options, {
    max: options.max,
    min: options.min ?? (options.optional ? 0 : 1),
    pattern: options.pattern,
    trim: options.trim ?? true,
  });

/** A whole number between `min` and `max`, both included; with a `max` beyond 32 bits a Float in GraphQL. */
export const Int = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  field('int', options, { min: options.min ?? -2147483648, max: options.max ?? INT_MAX });

/** A decimal number between `min` and `max`. */
export const Decimal = (options: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator =>
  field('decimal', options, { min: options.min, max: options.max });

/** An amount in integer minor units (cents); the currency is a property of its own. */
export const Money = (options: FieldOptions = {}): PropertyDecorator =>
  field('money', options, { min: -9_000_000_000_000, max: 9_000_000_000_000 });

/** A calendar day, `YYYY-MM-DD`, without time zone. */
export const Day = (options: FieldOptions = {}): PropertyDecorator => field('day', options);

/** A point in time, ISO 8601 in UTC. */
export const Moment = (options: FieldOptions = {}): PropertyDecorator => field('moment', options);

/** True or false. */
export const Flag = (options: FieldOptions = {}): PropertyDecorator => field('flag', options);

/** One of a closed set of codes; `name` is the enum's name in GraphQL and OpenAPI. */
export const Choice = (name: string, choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field('choice', options, { choices, choiceName: name });

/** The UUID of a record. */
export const Id = (options: FieldOptions = {}): PropertyDecorator => field('id', options);

/** Free-form JSON object whose shape is data (custom fields, event changes). */
export const Json = (options: FieldOptions = {}): PropertyDecorator => field('json', options);

/** Another declared DTO. */
export const Part = (of: () => DtoClass, options: FieldOptions = {}): PropertyDecorator =>
  field('object', options, { of });

/** A list of another declared DTO. */
export const ListOf = (of: () => DtoClass, options: FieldOptions = {}): PropertyDecorator =>
  field('object', { ...options, list: true }, { of });

/** A secret that may come in and never goes out: no output DTO may declare it, logs and events see its name only. */
export const WriteOnlySecret = (options: FieldOptions & { max: number; min?: number }): PropertyDecorator =>
  field('secret', options, { max: options.max, min: options.min ?? 0, trim: false });

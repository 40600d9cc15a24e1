import 'reflect-metadata';

/** What a declared property holds; each kind maps to one OpenAPI, one GraphQL and one validation type. */
export type FieldKind =
  'text' | 'int' | 'money' | 'decimal' | 'day' | 'moment' | 'flag' | 'choice' | 'id' | 'json' | 'object' | 'secret';

/** A DTO class; instances are plain data. */
export type DtoClass<T extends object = object> = new () => T;

/** The largest whole number GraphQL calls one, and the limit of `@Int` where none is given. */
export const INT_MAX = 2_147_483_647;

/** One declared property: the single source for OpenAPI, GraphQL, validation and presentation. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  /** May be left out of an input. */
  readonly optional: boolean;
  /** May be null: the way to clear a value. */
  readonly nullable: boolean;
  readonly list: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: RegExp;
  readonly trim?: boolean;
  readonly choices?: readonly string[];
  readonly choiceName?: string;
  readonly of?: () => DtoClass;
  readonly description?: string;
  readonly example?: unknown;
  /** Largest number of entries when `list` is true. */
  readonly maxItems?: number;
}

/** What every field decorator takes. */
export interface FieldOptions {
  optional?: boolean;
  list?: boolean;
  maxItems?: number;
  description?: string;
  example?: unknown;
}

const SPECS = Symbol('dto:fields');

/** The declared properties of a DTO, base class first, in order of declaration. */
export function fieldsOf(dto: Function): readonly FieldSpec[] {
  const chain: Function[] = [];
  for (let at: Function | null = dto; at && at !== Function.prototype; at = Object.getPrototypeOf(at))
    chain.unshift(at);
  const byName = new Map<string, FieldSpec>();
  for (const cls of chain) for (const spec of ownFields(cls)) byName.set(spec.name, spec);
  return [...byName.values()];
}

/** Adds one property to a DTO; the field decorators and `PartialDto`/`PickDto` call it. */
export function addField(dto: Function, spec: FieldSpec): void {
  Reflect.defineMetadata(SPECS, [...ownFields(dto).filter((known) => known.name !== spec.name), spec], dto);
}

function ownFields(dto: Function): readonly FieldSpec[] {
  return (Reflect.getOwnMetadata(SPECS, dto) as FieldSpec[] | undefined) ?? [];
}

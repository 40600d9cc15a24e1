import { Field, Float, ID, InputType, Int as GraphInt, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ApiProperty, ApiSchema, type ApiPropertyOptions } from '@nestjs/swagger';
import type { GraphQLScalarType } from 'graphql';
import { addField, fieldsOf, INT_MAX, type DtoClass, type FieldSpec } from './field';
import { DayScalar, JsonScalar, MomentScalar, MoneyScalar } from './scalars';

const enums = new Map<string, { values: readonly string[]; object: Record<string, string> }>();
const outputs = new Set<DtoClass>();
const inputs = new Set<DtoClass>();

/** Declares an answer: OpenAPI schema and GraphQL object type of the same name. */
export function Dto(name: string): ClassDecorator {
  return (cls) => {
    outputs.add(cls as unknown as DtoClass);
    for (const spec of fieldsOf(cls)) {
      if (spec.kind === 'secret') throw new Error(`${name}.${spec.name}: a secret cannot be part of an answer`);
      expose(cls, spec);
    }
    ApiSchema({ name })(cls);
    ObjectType(name)(cls);
  };
}

/** Declares an input: OpenAPI schema of that name and GraphQL input type `${name}Input`. */
export function InputDto(name: string): ClassDecorator {
  return (cls) => {
    inputs.add(cls as unknown as DtoClass);
    for (const spec of fieldsOf(cls)) expose(cls, spec);
    ApiSchema({ name })(cls);
    InputType(`${name}Input`)(cls);
  };
}

/** Every output DTO declared so far, for the promise that no secret leaves. */
export const outputDtos = (): readonly DtoClass[] => [...outputs];

/** Every input DTO declared so far. */
export const inputDtos = (): readonly DtoClass[] => [...inputs];

/** A base class with all properties of `base` optional, to be declared with `@InputDto`. */
export function PartialDto<T extends object>(
  base: DtoClass<T>,
  without: readonly (keyof T & string)[] = [],
): DtoClass<Partial<T>> {
  return replay(base, (spec) =>
    without.includes(spec.name as keyof T & string) ? null : { ...spec, optional: true },
  ) as DtoClass<Partial<T>>;
}

/** A base class with only the named properties of `base`. */
export function PickDto<T extends object, K extends keyof T & string>(
  base: DtoClass<T>,
  names: readonly K[],
): DtoClass<Pick<T, K>> {
  return replay(base, (spec) => (names.includes(spec.name as K) ? spec : null)) as DtoClass<Pick<T, K>>;
}

function replay(base: DtoClass, change: (spec: FieldSpec) => FieldSpec | null): DtoClass {
  class Replayed {}
  for (const spec of fieldsOf(base)) {
    const changed = change(spec);
    if (changed) addField(Replayed, changed);
  }
  return Replayed;
}

function expose(cls: Function, spec: FieldSpec): void {
  const target = cls.prototype as object;
  // Enums must be registered before the schema builder asks the thunk below.
  if (spec.kind === 'choice') enumOf(spec);
  ApiProperty(openApi(spec))(target, spec.name);
  Field(() => (spec.list ? [graphType(spec)] : graphType(spec)), {
    nullable: spec.optional,
    description: spec.description,
  })(target, spec.name);
}

function graphType(spec: FieldSpec): GraphQLScalarType | Function | object {
  switch (spec.kind) {
    case 'int':
      // GraphQL's Int ends at 32 bits, and a longer one would be refused where it goes out.
      return spec.max === undefined || spec.max <= INT_MAX ? GraphInt : Float;
    case 'money':
      return MoneyScalar;
    case 'decimal':
      return Float;
    case 'day':
      return DayScalar;
    case 'moment':
      return MomentScalar;
    case 'flag':
      return Boolean;
    case 'choice':
      return enumOf(spec);
    case 'id':
      return ID;
    case 'json':
      return JsonScalar;
    case 'object':
      return spec.of!();
    default:
      return String;
  }
}

/** One GraphQL enum per name; the same name with other values is a programming error. */
function enumOf(spec: FieldSpec): object {
  const name = spec.choiceName!;
  const values = spec.choices!;
  const known = enums.get(name);
  if (known) {
    if (known.values.join() !== values.join()) throw new Error(`enum ${name} is declared twice with other values`);
    return known.object;
  }
  const object = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(object, { name });
  enums.set(name, { values, object });
  return object;
}

function openApi(spec: FieldSpec): ApiPropertyOptions {
  const common = {
    required: !spec.optional,
    nullable: spec.nullable,
    description: spec.description,
    example: spec.example,
  };
  const list = spec.list ? { isArray: true as const, maxItems: spec.maxItems } : {};
  switch (spec.kind) {
    case 'object':
      return { ...common, type: () => spec.of!(), ...list } as ApiPropertyOptions;
    case 'choice':
      return { ...common, enum: [...spec.choices!], enumName: spec.choiceName!, ...list } as ApiPropertyOptions;
    case 'int':
    case 'money':
      return { ...common, type: 'integer', minimum: spec.min, maximum: spec.max, ...list } as ApiPropertyOptions;
    case 'decimal':
      return { ...common, type: 'number', minimum: spec.min, maximum: spec.max, ...list } as ApiPropertyOptions;
    case 'flag':
      return { ...common, type: 'boolean', ...list } as ApiPropertyOptions;
    case 'json':
      return {
        ...common,
        required: undefined,
        selfRequired: !spec.optional,
        type: 'object',
        additionalProperties: true,
        ...list,
      } as unknown as ApiPropertyOptions;
    case 'secret':
      return {
        ...common,
        type: 'string',
        format: 'password',
        writeOnly: true,
        maxLength: spec.max,
        ...list,
      } as ApiPropertyOptions;
    default:
      return { ...common, type: 'string', ...textFormat(spec), ...list } as ApiPropertyOptions;
  }
}

function textFormat(spec: FieldSpec): object {
  const format = { id: 'uuid', day: 'date', moment: 'date-time' }[spec.kind as 'id' | 'day' | 'moment'];
  if (format) return { format };
  return { maxLength: spec.max, minLength: spec.min || undefined, pattern: spec.pattern?.source };
}

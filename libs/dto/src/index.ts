export { fieldsOf, type DtoClass, type FieldKind, type FieldOptions, type FieldSpec } from './kit/field';
export {
  Text,
  Int,
  Decimal,
  Money,
  Day,
  Moment,
  Flag,
  Choice,
  Id,
  Json,
  Part,
  ListOf,
  WriteOnlySecret,
} from './kit/decorators';
export { Dto, InputDto, PartialDto, PickDto, inputDtos, outputDtos } from './kit/dto';
export { schemaOf } from './kit/schema';
export { validate, type FieldProblem, type Validated } from './kit/validate';
export { present, presenterOf } from './kit/present';
export { DayScalar, JsonScalar, MomentScalar, MoneyScalar } from './kit/scalars';

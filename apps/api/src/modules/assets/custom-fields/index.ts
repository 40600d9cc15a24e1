export { checkDefinition } from './custom-field.definition';
export {
  CUSTOM_FIELD_TYPES,
  RELATION_TARGETS,
  type CustomFieldDefinition,
  type CustomFieldProblem,
  type CustomFieldType,
  type CustomFieldValue,
  type CustomFieldValues,
  type RelationTarget,
} from './custom-field.types';
export { customFieldFromText, validateCustomFields, type CustomFieldCheck } from './custom-field.values';

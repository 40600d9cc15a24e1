/** Kinds of custom fields; a relation holds the id of another record. */
export const CUSTOM_FIELD_TYPES = [
  'text',
  'textarea',
  'number',
  'decimal',
  'date',
  'datetime',
  'checkbox',
  'dropdown',
  'url',
  'email',
  'phone',
  'ip_address',
  'mac_address',
  'relation',
] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

/** Records a relation field may point at. */
export const RELATION_TARGETS = ['asset', 'contact', 'site', 'document', 'credential'] as const;
export type RelationTarget = (typeof RELATION_TARGETS)[number];

/** What the administrator of a type defines; `slug` is the key in the stored JSON and never changes. */
export type CustomFieldDefinition = {
  slug: string;
  label: string;
  type: CustomFieldType;
  required?: boolean;
  /** Length for texts, value for numbers; a day or a moment in ISO 8601 for dates. */
  min?: number | string | null;
  max?: number | string | null;
  /** For text only; must match the whole value. */
  pattern?: string | null;
  /** For dropdown only. */
  options?: readonly string[] | null;
  /** For relation only. */
  relatesTo?: RelationTarget | null;
};

/** A stored value; absent and null mean the same, so null is never stored. */
export type CustomFieldValue = string | number | boolean;
export type CustomFieldValues = { [slug: string]: CustomFieldValue };

/** What is wrong with one field; `detail` is a whole sentence, `params` let a client write its own. */
export type CustomFieldProblem = {
  pointer: string;
  code: string;
  params: { [name: string]: string | number };
  detail: string;
};

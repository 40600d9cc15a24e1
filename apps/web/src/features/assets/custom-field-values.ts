import type { Api } from '@st0r/api-client';
import type { CustomField } from './asset-values';

type Definition = Omit<Api<'CustomFieldCreate'>, 'organisationId'>;

/** A definition as its form holds it. */
export type FieldValues = {
  label: string;
  slug: string;
  type: Api<'CustomFieldType'>;
  options: string;
  relatesTo: Api<'CustomFieldTarget'>;
  pattern: string;
  min: string;
  max: string;
  /** One type, or empty for all; definitions with several keep them until this is changed. */
  assetType: string;
  assetTypes: Api<'AssetType'>[];
  help: string;
  position: string;
  required: boolean;
};

/** What the form starts with. */
export function valuesOf(field: CustomField | undefined, position: number): FieldValues {
  return {
    label: field?.label ?? '',
    slug: field?.slug ?? '',
    type: field?.type ?? 'text',
    options: field?.options?.join('\n') ?? '',
    relatesTo: field?.relatesTo ?? 'asset',
    pattern: field?.pattern ?? '',
    min: field?.min ?? '',
    max: field?.max ?? '',
    assetType: field?.assetTypes?.[0] ?? '',
    assetTypes: field?.assetTypes ?? [],
    help: field?.help ?? '',
    position: String(field?.position ?? position),
    required: field?.required ?? false,
  };
}

/** The definition the form stands for; what does not belong to its kind is left out. */
export function bodyOf(values: FieldValues): Definition {
  const { type, assetType, assetTypes } = values;
  const text = (value: string) => value.trim() || null;
  const several = assetTypes.length > 1 && assetTypes[0] === assetType;
  return {
    label: values.label.trim(),
    slug: values.slug.trim(),
    type,
    options: type === 'dropdown' ? linesOf(values.options) : null,
    relatesTo: type === 'relation' ? values.relatesTo : null,
    pattern: type === 'text' ? values.pattern || null : null,
    min: text(values.min),
    max: text(values.max),
    assetTypes: several ? assetTypes : assetType ? [assetType as Api<'AssetType'>] : null,
    help: text(values.help),
    position: Number(values.position) || 0,
    required: values.required,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A key made of a label: "Wall socket №" is `wall_socket`. */
export function keyOf(label: string): string {
  const plain = label.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
    .slice(0, 60);
}

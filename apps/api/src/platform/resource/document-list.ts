import { ApiOkResponse, ApiProduces, ApiQuery } from '@nestjs/swagger';
import { EXPORT_TYPES } from '../export/export.formats';
import { groupNames } from '@st0r/list-query';
import type { Resource } from './resource';

/** The query parameters of a list, from its declaration. */
export function documentList(resource: Resource): MethodDecorator[] {
  const { shape } = resource.list;
  const sortable = names(shape.fields, 'sort');
  return [
    ...(resource.tenant ? [text('org', 'Organisation id or slug; all organisations you may see when left out.')] : []),
    ...(shape.searchable ? [text('q', 'Words to look for.')] : []),
    ...names(shape.fields, 'filter').map((name) => text(name, filterText(name, shape.fields[name]?.choices))),
    text('sort', `Comma separated, a minus sign turns a key round: ${sortable.join(', ')}.`),
    ...grouping(groupNames(shape)),
    text('view', 'Id of a saved view of this list; what the address says itself wins.'),
    ApiQuery({ name: 'limit', required: false, type: Number, description: '1 to 200, 50 unless told.' }),
    text('cursor', 'page.next or page.prev of another page.'),
    text('fields', 'Only these properties of each row: id,name,site.name.'),
    ApiQuery({ name: 'total', required: false, type: Boolean, description: 'Count the rows, up to 10,001.' }),
    ApiQuery({ name: 'archived', required: false, enum: ['no', 'only', 'any'] }),
  ];
}

/** The parameters of an export: those of the list without its pages, and what the file looks like. */
export function documentExport(resource: Resource): MethodDecorator[] {
  const { shape } = resource.list;
  return [
    ApiQuery({ name: 'format', required: false, enum: Object.keys(EXPORT_TYPES), description: 'csv unless told.' }),
    text('columns', 'Columns in order, each with its header if it has another: name:Name,site:Site.'),
    ApiQuery({
      name: 'lossless',
      required: false,
      enum: ['true', 'false'],
      description: 'CSV without formula guards.',
    }),
    ...(resource.tenant ? [text('org', 'Organisation id or slug; all organisations you may see when left out.')] : []),
    ...(shape.searchable ? [text('q', 'Words to look for.')] : []),
    ...names(shape.fields, 'filter').map((name) => text(name, filterText(name, shape.fields[name]?.choices))),
    text('sort', 'As in the list.'),
    text('view', 'Id of a saved view of this list.'),
    ApiQuery({ name: 'archived', required: false, enum: ['no', 'only', 'any'] }),
    ApiProduces(...Object.values(EXPORT_TYPES).map((type) => type.replace(/;.*/, ''))),
    ApiOkResponse({ description: 'The file.', schema: { type: 'string' } }),
  ];
}

const grouping = (fields: readonly string[]): MethodDecorator[] =>
  fields.length === 0
    ? []
    : [
        text('group', `Rows stand in groups by one of ${fields.join(', ')}; page.groups counts them.`),
        text('folded', 'Values of groups whose rows are left out; "" is the group without a value.'),
      ];

const text = (name: string, description: string): MethodDecorator =>
  ApiQuery({ name, required: false, type: String, description });

function names(
  fields: Readonly<Record<string, { filter?: boolean; sort?: boolean }>>,
  use: 'filter' | 'sort',
): string[] {
  return Object.keys(fields).filter((name) => fields[name]?.[use]);
}

function filterText(name: string, choices?: readonly string[]): string {
  const operators = `Operators in brackets, e.g. ${name}[ne]=…`;
  return choices && choices.length <= 20 ? `One or more of ${choices.join(', ')}. ${operators}` : operators;
}

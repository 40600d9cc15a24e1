import { parseChips, toChips, type Filter, type ListShape } from '@st0r/list-query';
import { TYPES } from './credential-types';

/** What the list of credentials may be filtered and sorted by. */
export const credentialShape: ListShape = {
  fields: {
    name: { kind: 'text', filter: true, sort: true },
    type: { kind: 'choice', choices: Object.keys(TYPES), filter: true, sort: true },
    folderId: { kind: 'id', filter: true },
    tags: { kind: 'text', operators: ['all'], filter: true },
    expiresOn: { kind: 'day', filter: true, sort: true },
    strength: { kind: 'int', filter: true, sort: true },
    secretChangedAt: { kind: 'moment', filter: true, sort: true },
    createdAt: { kind: 'moment', filter: true, sort: true },
    updatedAt: { kind: 'moment', filter: true, sort: true },
    breach: { kind: 'choice', choices: ['breached', 'clean', 'unknown'], operators: ['eq', 'in'], filter: true },
    linkedTo: { kind: 'id', operators: ['eq', 'in'], filter: true },
  },
  defaultSort: [{ field: 'name', descending: false }],
  searchable: true,
};

/** The folders a list is narrowed to; `none` are credentials that lie in no folder. */
export type FolderChoice = readonly string[] | 'none' | undefined;

/** Takes the folder out of the filters: the tree draws it, an id in the filter box would say nothing. */
export function splitFolder(chips: string): { folder: FolderChoice; rest: string } {
  const parsed = parseChips(credentialShape, chips);
  if (!parsed.ok) return { folder: undefined, rest: chips };
  const { q, filters, archived } = parsed.query;
  const found = filters.find(({ field, operator }) => field === 'folderId' && operator !== 'ne');
  const rest = toChips({ q, archived, filters: filters.filter((filter) => filter !== found) });
  if (!found) return { folder: undefined, rest };
  return { folder: found.operator === 'null' ? 'none' : found.values, rest };
}

/** Puts a folder back into the filters. */
export function withFolder(chips: string, folder: FolderChoice): string {
  if (!folder) return chips;
  const filter: Filter =
    folder === 'none'
      ? { field: 'folderId', operator: 'null', values: ['true'] }
      : { field: 'folderId', operator: folder.length > 1 ? 'in' : 'eq', values: folder };
  return [toChips({ filters: [filter] }), chips].filter(Boolean).join(' ');
}

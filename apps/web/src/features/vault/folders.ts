import { useQuery } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { api } from '../../shared/api';
import type { ListPage } from '../../shared/use-list';

export type VaultFolder = Api<'VaultFolder'>;

/** A folder with its depth, in the order a tree is read. */
export type FolderLine = { folder: VaultFolder; depth: number };

/** Folders one client can have on screen. */
const shown = 200;

/** The folders of one client, as a tree read from top to bottom. */
export function useFolders(org: string | undefined): readonly FolderLine[] {
  const { data } = useQuery({
    queryKey: ['list', 'vault-folders', { org }],
    queryFn: ({ signal }) =>
      api.get<ListPage<VaultFolder>>('vault-folders', { org, sort: 'name', limit: shown }, { signal }),
    enabled: org !== undefined,
    select: (page) => treeOf(page.data),
  });
  return data ?? [];
}

/** Parents before children, each level by name. A folder whose parent is archived stands at the top. */
export function treeOf(folders: readonly VaultFolder[]): FolderLine[] {
  const known = new Set(folders.map(({ id }) => id));
  const children = Map.groupBy(folders, ({ parentId }) => (parentId && known.has(parentId) ? parentId : ''));
  const below = (parent: string, depth: number): FolderLine[] =>
    (children.get(parent) ?? []).flatMap((folder) => [{ folder, depth }, ...below(folder.id, depth + 1)]);
  return below('', 0);
}

/** A folder and everything below it. */
export function withBelow(lines: readonly FolderLine[], id: string): string[] {
  const at = lines.findIndex(({ folder }) => folder.id === id);
  const top = lines[at];
  if (!top) return [id];
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(({ depth }) => depth <= top.depth);
  return [id, ...rest.slice(0, end < 0 ? undefined : end).map(({ folder }) => folder.id)];
}

/** The folder a choice of several is about: the one that lies in none of the others. */
export function topOf(lines: readonly FolderLine[], ids: readonly string[]): VaultFolder | undefined {
  const chosen = new Set(ids);
  return lines.find(({ folder }) => chosen.has(folder.id) && !chosen.has(folder.parentId ?? ''))?.folder;
}

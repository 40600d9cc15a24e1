import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../shared/api';
import type { Asset } from './asset-list';

/** A row with the records it names. */
type Named = Partial<Pick<Asset, 'site' | 'contact' | 'manufacturer' | 'model' | 'parent'>>;

const chip = /\b(site|contact|manufacturer|model|parent):([\da-f-]{36})/g;
const paths: Record<string, string> = {
  site: 'sites',
  contact: 'contacts',
  manufacturer: 'manufacturers',
  model: 'models',
  parent: 'assets',
};

/** Names for the ids in the filters: from the rows, from what was picked, else asked for. */
export function useChipNames(rows: readonly Named[], chips: string) {
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const known = useMemo(() => new Map([...namesIn(rows), ...picked]), [rows, picked]);
  const unknown = [...chips.matchAll(chip)].filter(([, , id = '']) => !known.has(id));
  const asked = useQueries({
    queries: unknown.map(([, field = '', id = '']) => ({
      queryKey: ['record', `${paths[field]}/${id}`, 'name'],
      queryFn: () => api.get<{ id: string; name: string }>(`${paths[field]}/${id}`),
      staleTime: Infinity,
    })),
  });
  const found = asked.flatMap(({ data }): [string, string][] => (data ? [[data.id, data.name]] : []));
  return {
    map: found.length > 0 ? new Map([...known, ...found]) : known,
    remember: (id: string, name: string) => setPicked((before) => new Map([...before, [id, name]])),
  };
}

function namesIn(rows: readonly Named[]): [string, string][] {
  const refs = rows.flatMap(({ site, contact, manufacturer, model, parent }) => [
    site,
    contact,
    manufacturer,
    model,
    parent,
  ]);
  return refs.flatMap((ref): [string, string][] => (ref ? [[ref.id, ref.name]] : []));
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Button, EmptyState, ErrorState, IconButton, Panel, showToast, Skeleton } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { useOrgHref } from '../../shared/session';
import { touches } from '../../shared/use-save';
import type { Asset } from './asset-list';
import { say } from './messages';
import { RelationDialog } from './relation-dialog';

type Relation = Api<'Relation'>;

const places: Record<string, string> = { asset: 'assets', contact: 'people', site: 'sites', credential: 'vault' };

/** What an asset is tied to, read from its side; the other record shows the same relation from its own. */
export function AssetRelations({ asset, write }: { asset: Asset; write: boolean }) {
  const [adding, setAdding] = useState(false);
  const href = useOrgHref();
  const client = useQueryClient();
  const path = `relations?record=asset:${asset.id}`;
  const found = useQuery({
    queryKey: ['list', path],
    queryFn: ({ signal }) => api.get<Relation[]>(path, undefined, { signal }),
  });
  const refresh = () => client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['relations']) });
  async function handleRemove(relation: Relation) {
    try {
      await api.delete(`relations/${relation.id}`);
    } catch (error) {
      return showToast({ text: isProblem(error) ? error.message : '', tone: 'danger' });
    }
    async function undo() {
      await api.post('relations', again(relation, asset));
      await refresh();
    }
    showToast({ text: say('removed', { name: relation.other.name }), tone: 'success', undo });
    await refresh();
  }
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={4} />;
  const add = write && (
    <Button icon="plus-lg" size="sm" onClick={() => setAdding(true)}>
      {say('addRelation')}
    </Button>
  );
  return (
    <>
      {found.data.length === 0 ? (
        <EmptyState icon="diagram-3" title={say('noRelations')} actions={add} />
      ) : (
        <Panel title={say('relations')} actions={add}>
          <ul className="st-plain-list">
            {found.data.map((relation) => (
              <li key={relation.id}>
                <span className="st-quiet">{relation.label}</span>
                <Link to={href(`${places[relation.other.type] ?? ''}/${relation.other.id}`)}>
                  {relation.other.name}
                </Link>
                {relation.note && <span className="st-quiet">{relation.note}</span>}
                {write && (
                  <IconButton
                    icon="x-lg"
                    size="sm"
                    label={say('removeNamed', { name: relation.other.name })}
                    onClick={() => void handleRemove(relation)}
                  />
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {adding && <RelationDialog asset={asset} onClose={() => setAdding(false)} />}
    </>
  );
}

function again({ kind, outgoing, other, note }: Relation, asset: Asset): Api<'RelationCreate'> {
  const [here, there] = [
    { type: 'asset', id: asset.id },
    { type: other.type, id: other.id },
  ];
  const [source, target] = outgoing ? [here, there] : [there, here];
  return {
    organisationId: asset.organisationId,
    kind,
    sourceType: source.type,
    sourceId: source.id,
    targetType: target.type,
    targetId: target.id,
    note,
  } as Api<'RelationCreate'>;
}

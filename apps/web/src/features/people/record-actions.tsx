import { Button, ButtonLink, Menu } from '@st0r/ui';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { useArchive } from '../../shared/use-archive';
import { touches } from '../../shared/use-save';
import { say } from './messages';

type Archivable = { id: string; name: string; archivedAt?: string | null; can: Record<string, unknown> };

/** Edit, archive and restore of a contact or a site, as its `can` allows. */
export function RecordActions({ path, record, editTo }: { path: string; record: Archivable; editTo: string }) {
  const archive = useArchive(path);
  const client = useQueryClient();
  async function handleRestore() {
    await api.post(`${path}/${record.id}/restore`);
    await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, [path]) });
  }
  if (record.archivedAt) {
    return (
      Boolean(record.can['archive']) && (
        <Button icon="arrow-counterclockwise" onClick={() => void handleRestore()}>
          {say('restore')}
        </Button>
      )
    );
  }
  return (
    <>
      {Boolean(record.can['update']) && (
        <ButtonLink icon="pencil" to={editTo}>
          {say('edit')}
        </ButtonLink>
      )}
      {Boolean(record.can['archive']) && (
        <Menu
          icon="three-dots"
          label=""
          name={record.name}
          items={[{ label: say('archive'), icon: 'archive', onPick: () => void archive(record) }]}
        />
      )}
    </>
  );
}

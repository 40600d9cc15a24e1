import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, Dialog, FileDrop, Notice, showToast } from '@st0r/ui';
import { logoOf, meQuery } from '../../shared/session';
import { useSave } from '../../shared/use-save';
import { Logo } from './logo';
import { say } from './messages';

type Client = Api<'Organisation'>;
type Props = { client: Client; open: boolean; onChanged: () => void; onClose: () => void };

/** Gives a client a logo, another one, or its initials back. */
export function LogoDialog({ client, open, onChanged, onClose }: Props) {
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const path = `organisations/${client.id}/logo`;
  const told = {
    refresh: ['organisations'],
    onSaved: async () => {
      await queries.refetchQueries({ queryKey: meQuery.queryKey });
      showToast({ text: say('saved'), tone: 'success' });
      onChanged();
      onClose();
    },
  } as const;
  const upload = useSave<FormData>(path, { method: 'put', ...told });
  const removal = useSave<undefined>(path, { method: 'delete', ...told });
  function handleRefusal(refusal: Error) {
    setProblem(refusal.message);
  }
  async function handleFile(file: File) {
    const form = new FormData();
    form.append('file', file);
    setProblem(undefined);
    await upload.save(form).catch(handleRefusal);
  }
  return (
    <Dialog open={open} title={say('logo')} onClose={onClose}>
      <p className="st-quiet">{say('logoText')}</p>
      <Logo client={client} />
      {problem && <Notice tone="danger">{problem}</Notice>}
      <FileDrop
        title={say('logoDrop')}
        browse={say('chooseFile')}
        hint={say('logoHint')}
        accept=".png,.jpg,.jpeg,.webp"
        busy={upload.busy}
        onFile={(file) => void handleFile(file)}
      />
      {logoOf(client) && (
        <Button icon="trash" busy={removal.busy} onClick={() => void removal.save(undefined).catch(handleRefusal)}>
          {say('logoRemove')}
        </Button>
      )}
    </Dialog>
  );
}

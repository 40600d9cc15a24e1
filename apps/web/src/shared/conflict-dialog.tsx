import { Button, Dialog } from '@st0r/ui';
import { say } from './messages';

type Save = { conflict: boolean; overwrite: () => unknown; reload: () => Promise<void> };

/** Shown when a save met a newer version: keep mine, or read theirs. */
export function ConflictDialog({ save }: { save: Save }) {
  const footer = (
    <>
      <Button onClick={() => void save.overwrite()}>{say('conflictKeep')}</Button>
      <Button tone="primary" onClick={() => void save.reload()}>
        {say('conflictLoad')}
      </Button>
    </>
  );
  return (
    <Dialog open={save.conflict} title={say('conflictTitle')} onClose={() => void save.reload()} footer={footer}>
      {say('conflictText')}
    </Dialog>
  );
}

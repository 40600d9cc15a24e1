import { useState } from 'react';
import { Button, IconButton } from '../button';
import { Dialog } from '../dialog/dialog';
import { ErrorState, Skeleton } from '../state/states';
import type { IconName } from '../icon';
import { useHotkeys } from '../keys/use-hotkeys';
import { kit } from '../kit-messages';
import type { Selection } from './selection';

/** What a wide act would do, told before it is done. */
export type BulkPreview = { change: number; refused: readonly { id: string; name?: string; reason: string }[] };

/** An act on many rows. With `preview` the person sees what will happen and confirms. */
export type BulkAction = {
  id: string;
  label: string;
  icon?: IconName;
  danger?: boolean;
  preview?: (ids: readonly string[]) => Promise<BulkPreview>;
  run: (ids: readonly string[]) => Promise<unknown>;
};

type Asked = { action: BulkAction; ids: readonly string[]; preview?: BulkPreview; error?: unknown };

/** Shown while rows are selected: how many, what can be done, and the preview of it. */
export function BulkBar({ selection, actions }: { selection: Selection; actions: readonly BulkAction[] }) {
  const [asked, setAsked] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const some = selection.ids.size > 0;
  useHotkeys(
    some
      ? [
          {
            id: 'list.unselect',
            keys: 'escape',
            label: kit('clearSelection'),
            group: kit('list'),
            run: selection.clear,
          },
        ]
      : [],
  );
  async function ask(action: BulkAction) {
    const ids = [...selection.ids];
    if (!action.preview) return run({ action, ids });
    setAsked({ action, ids });
    try {
      setAsked({ action, ids, preview: await action.preview(ids) });
    } catch (error) {
      setAsked({ action, ids, error });
    }
  }
  async function run({ action, ids }: Asked) {
    setBusy(true);
    try {
      await action.run(ids);
      setAsked(undefined);
      selection.clear();
    } catch (error) {
      setAsked({ action, ids, error });
    } finally {
      setBusy(false);
    }
  }
  if (!some) return null;
  return (
    <div className="st-bulk-bar" role="toolbar" aria-label={kit('actions')}>
      <strong aria-live="polite">{kit('chosen', { n: selection.ids.size })}</strong>
      {actions.map((action) => (
        <Button
          key={action.id}
          size="sm"
          icon={action.icon}
          tone={action.danger ? 'danger' : 'secondary'}
          busy={busy}
          onClick={() => void ask(action)}
        >
          {action.label}
        </Button>
      ))}
      <IconButton icon="x-lg" size="sm" label={kit('clearSelection')} onClick={selection.clear} />
      {asked && (
        <PreviewDialog asked={asked} busy={busy} onRun={() => void run(asked)} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}

function PreviewDialog({
  asked,
  busy,
  onRun,
  onClose,
}: {
  asked: Asked;
  busy: boolean;
  onRun: () => void;
  onClose: () => void;
}) {
  const { preview, action, error } = asked;
  const footer = (
    <>
      <Button onClick={onClose}>{kit('cancel')}</Button>
      <Button tone={action.danger ? 'danger' : 'primary'} busy={busy} disabled={!preview?.change} onClick={onRun}>
        {action.label}
      </Button>
    </>
  );
  return (
    <Dialog open title={action.label} onClose={onClose} footer={footer}>
      {error !== undefined && <ErrorState error={error} />}
      {!preview && error === undefined && <Skeleton lines={3} />}
      {preview && (
        <>
          <p className="st-preview-sum">{kit('change', { n: preview.change })}</p>
          {preview.refused.length > 0 && (
            <p className="st-preview-sum">{kit('refused', { n: preview.refused.length })}</p>
          )}
          <ul>
            {preview.refused.map((each) => (
              <li key={each.id}>
                <strong>{each.name ?? each.id}</strong> {each.reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}

import { useSyncExternalStore } from 'react';
import { Button, IconButton } from '../button';
import { OrgBadge } from '../frame/org-badge';
import { Icon } from '../icon';
import { kit } from '../kit-messages';
import { useHotkeys } from '../keys/use-hotkeys';
import { dismissToast, shownToasts, undoToast, type ToastMessage } from './toasts';

const icons = { success: 'check-circle', danger: 'exclamation-octagon', info: 'info-circle' } as const;

/** Where toasts appear; mounted once. Screen readers hear each message, errors at once. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(shownToasts.subscribe, shownToasts.get);
  const undoable = toasts.some((toast) => toast.undo);
  useHotkeys(undoable ? [{ id: 'undo', keys: 'u, mod+z', label: kit('undo'), run: () => undoToast() }] : []);
  return (
    <div className="st-toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={`st-toast st-toast-${toast.tone ?? 'info'}`}
          role={toast.tone === 'danger' ? 'alert' : undefined}
        >
          <Icon name={icons[toast.tone ?? 'info']} />
          {toast.organisation && <OrgBadge {...toast.organisation} />}
          <Sentence toast={toast} />
          {toast.undo && (
            <Button tone="link" size="sm" onClick={() => undoToast(toast.id)}>
              {kit('undo')}
            </Button>
          )}
          <IconButton icon="x-lg" size="sm" label={kit('dismiss')} onClick={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}

function Sentence({ toast }: { toast: ToastMessage }) {
  const name = toast.organisation?.name;
  const at = name ? toast.text.indexOf(name) : -1;
  return (
    <span>
      {name && at >= 0 ? (
        <>
          {toast.text.slice(0, at)}
          <strong>{name}</strong>
          {toast.text.slice(at + name.length)}
        </>
      ) : (
        toast.text
      )}
      {toast.note && <span className="st-toast-note">{toast.note}</span>}
    </span>
  );
}

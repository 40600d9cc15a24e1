import { useId, useState, type DragEvent } from 'react';
import { Icon, type IconName } from '../icon';

type FileDropProps = {
  /** What the area asks for, for example "Drop a scan here". */
  title: string;
  /** The words of the way without a mouse. */
  browse: string;
  /** What is taken, in a sentence. */
  hint?: string;
  /** As in `<input accept>`. */
  accept?: string;
  icon?: IconName;
  busy?: boolean;
  onFile: (file: File) => void;
};

/** A place to drop one file on; it is a file field too, so keyboards and phones reach it. */
export function FileDrop({ title, browse, hint, accept, icon = 'upload', busy, onFile }: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  function handleDrag(event: DragEvent, inside: boolean) {
    event.preventDefault();
    setOver(inside);
  }
  function handleDrop(event: DragEvent) {
    handleDrag(event, false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  }
  return (
    <div
      className="st-drop"
      data-over={over || undefined}
      aria-busy={busy}
      onDragOver={(event) => handleDrag(event, true)}
      onDragLeave={(event) => handleDrag(event, false)}
      onDrop={handleDrop}
    >
      <Icon name={icon} />
      <div>
        <strong>{title}</strong>
        {hint && (
          <div id={`${id}-hint`} className="st-quiet">
            {hint}
          </div>
        )}
      </div>
      <label htmlFor={id} className="btn btn-primary" aria-disabled={busy}>
        {browse}
      </label>
      <input
        id={id}
        type="file"
        accept={accept}
        disabled={busy}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}

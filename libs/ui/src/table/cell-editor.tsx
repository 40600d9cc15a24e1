import { useId, useLayoutEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent } from 'react';
import { TypeaheadBox } from '../form/typeahead-box';
import { kit } from '../kit-messages';
import type { CellDraft, CellEdit } from './cell-edit';

/** Where the cursor goes once the cell is kept: the row below, or the cell beside it. */
export type CellStep = 'down' | 'next' | 'previous' | 'stay';

type EditorProps<Row> = {
  /** Column and row in words. */
  label: string;
  row: Row;
  edit: CellEdit<Row>;
  draft: CellDraft;
  onType: (value: string) => void;
  /** Keeps what stands there, or the value given. */
  onDone: (step: CellStep, value?: string) => void;
  onGiveUp: () => void;
};

/** The control in a cell: Enter keeps and goes down, Tab keeps and goes on, Esc gives up; a refusal stands under it. */
export function CellEditor<Row>(props: EditorProps<Row>) {
  const { draft, onDone, onGiveUp } = props;
  const box = useRef<HTMLDivElement>(null);
  const problemId = useId();
  // At once, so that the first letters of a quick hand are not keys of the list.
  useLayoutEffect(() => {
    const control = box.current?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }, []);
  function handleKeyDown(event: KeyboardEvent) {
    // The list of records takes its own Enter and Esc.
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') onGiveUp();
    else if (event.key === 'Enter') onDone('down');
    else if (event.key === 'Tab') onDone(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  function handleBlur(event: FocusEvent) {
    const within = event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget);
    // Another window took the focus: nothing was decided here. A refused value waits for the person.
    if (within || document.activeElement === event.target || draft.problem !== undefined) return;
    onDone('stay');
  }
  return (
    <div ref={box} className="st-cell-editor" onKeyDown={handleKeyDown} onBlur={handleBlur}>
      <Control {...props} problemId={draft.problem === undefined ? undefined : problemId} />
      {draft.problem !== undefined && (
        <div id={problemId} role="alert" className="st-field-error">
          {draft.problem}
        </div>
      )}
    </div>
  );
}

function Control<Row>(props: EditorProps<Row> & { problemId: string | undefined }) {
  const { edit, row, draft, label, onType, problemId } = props;
  const attributes = {
    'aria-label': label,
    'aria-invalid': draft.problem !== undefined,
    'aria-describedby': problemId,
    'aria-busy': draft.busy,
  };
  if (edit.as === 'record') return <RecordControl {...props} />;
  if (edit.as === 'choice') {
    return (
      <select
        {...attributes}
        className="form-select"
        value={draft.value}
        disabled={draft.busy}
        onChange={(event) => onType(event.target.value)}
      >
        {draft.before === '' && <option value="" />}
        {edit.choices(row).map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...attributes}
      type={edit.as === 'day' ? 'date' : 'text'}
      className="form-control"
      autoComplete="off"
      value={draft.value}
      readOnly={draft.busy}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

/** What is picked is kept at once: there is nothing more to say. */
function RecordControl<Row>({ edit, row, label, problemId, onDone }: EditorProps<Row> & { problemId?: string }) {
  const search = useMemo(() => (edit.as === 'record' ? edit.search(row) : async () => []), [edit, row]);
  if (edit.as !== 'record') return null;
  const attributes = {
    id: '',
    'aria-label': label,
    'aria-invalid': problemId !== undefined,
    'aria-describedby': problemId,
    'aria-required': undefined,
    placeholder: kit('typeName'),
  };
  return (
    <TypeaheadBox
      attributes={attributes}
      search={search}
      initialLabel={edit.label(row)}
      onChange={(value) => onDone('down', value ?? '')}
    />
  );
}

import { useEffect, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../button';
import { kit } from '../kit-messages';
import { useCombobox } from './combobox';
import type { Choice } from './controls';
import type { ControlAttributes } from './field';

type BoxProps = {
  attributes?: ControlAttributes & { 'aria-label'?: string };
  search: (text: string) => Promise<readonly Choice[]>;
  initialLabel?: string;
  onChange: (value: string | null, choice?: Choice) => void;
};

/** The text box and list of `TypeaheadField`, for use outside a form. */
export function TypeaheadBox({ attributes, search, initialLabel = '', onChange }: BoxProps) {
  const [text, setText] = useState(initialLabel);
  const [typed, setTyped] = useState(false);
  const [found, setFound] = useState<{ text?: string; choices: readonly Choice[] }>({ choices: [] });
  const { choices } = found;
  // Enter takes what was searched for: nothing where nothing was typed, and nothing found for other words.
  const answered = found.text === text;
  const first = typed && answered && text.trim() !== '' ? 0 : -1;
  const box = useCombobox(choices.length, (place) => pick(choices[place]), { first });
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      void search(text).then((list) => stale || setFound({ text, choices: list }));
    }, 150);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, search]);
  function pick(choice: Choice | undefined) {
    setText(choice?.label ?? '');
    setTyped(false);
    onChange(choice?.value ?? null, choice);
    box.setOpen(false);
  }
  function handleType(value: string) {
    setText(value);
    setTyped(true);
    box.setOpen(true);
    box.setActive(undefined);
  }
  function handleKeyDown(event: KeyboardEvent) {
    const empties = typed && text.trim() === '';
    if (event.key !== 'Enter' || event.ctrlKey || box.active >= 0 || !(empties || (typed && !answered)))
      return void box.handleKeyDown(event);
    event.preventDefault();
    if (empties) pick(undefined);
  }
  return (
    <div className="st-combobox">
      <input
        {...attributes}
        {...box.input}
        className="form-control"
        value={text}
        onChange={(event) => handleType(event.target.value)}
        onFocus={() => box.setOpen(true)}
        onBlur={() => box.setOpen(false)}
        onKeyDown={handleKeyDown}
      />
      {text && <IconButton icon="x-lg" label={kit('clear')} size="sm" onClick={() => pick(undefined)} />}
      <ul id={box.listId} role="listbox" aria-label={kit('choices')} hidden={!box.open} className="st-listbox">
        {choices.map((choice, place) => (
          <li key={choice.value} {...box.option(place)}>
            {choice.label}
          </li>
        ))}
      </ul>
    </div>
  );
}

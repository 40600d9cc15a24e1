import { completions, parseChips, type Chip, type Completion, type ListShape } from '@st0r/list-query';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../icon';
import { useHotkeys } from '../keys/use-hotkeys';
import { kit } from '../kit-messages';
import { useCombobox } from '../form/combobox';

type FilterBarProps = {
  shape: ListShape;
  /** The filters in force, as chips text. */
  chips: string;
  onChange: (chips: string) => void;
  /** Words for ids, so that `site:<id>` is shown as the name of the site. */
  names?: ReadonlyMap<string, string>;
  /** Saved views, columns and other buttons of the list. */
  children?: ReactNode;
};

/** The filter box: chips for what is in force, completion while typing, `/` to reach it. */
export function FilterBar({ shape, chips, onChange, names, children }: FilterBarProps) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const parsed = parseChips(shape, chips);
  const offered = completions(shape, text, text.length);
  const box = useCombobox(offered.length, (place) => take(offered[place]));
  useHotkeys([
    { id: 'list.filter', keys: '/', label: kit('filters'), group: kit('list'), run: () => input.current?.focus() },
  ]);

  function take(completion: Completion | undefined) {
    if (!completion) return;
    const next = text.slice(0, completion.start) + completion.text;
    if (completion.kind === 'value') apply(next);
    else setText(next);
  }
  function apply(added: string) {
    const refusal = parseChips(shape, added).chips.find((chip) => chip.problem)?.problem?.detail;
    setProblem(refusal);
    box.setOpen(false);
    if (refusal || added.trim() === '') return;
    setText('');
    onChange([chips, added.trim()].filter(Boolean).join(' '));
  }
  function remove(chip: Chip) {
    onChange(`${chips.slice(0, chip.start)} ${chips.slice(chip.end)}`.replaceAll(/\s+/g, ' ').trim());
  }
  function handleType(value: string) {
    setText(value);
    setProblem(undefined);
    box.setOpen(true);
    // A name typed in full should not be completed against the person's will: Enter applies what stands there.
    box.setActive(value.includes(':') || value.trim() === '' ? 0 : -1);
  }
  function handleKeyDown(event: KeyboardEvent) {
    const last = parsed.chips.at(-1);
    if (event.key === 'Backspace' && text === '' && last) remove(last);
    else if (event.key === 'Tab' && !event.shiftKey && box.open && text !== '') {
      event.preventDefault();
      take(offered[0]);
    } else if (!box.handleKeyDown(event) && event.key === 'Enter') {
      event.preventDefault();
      apply(text);
    } else if (event.key === 'Escape') input.current?.blur();
  }
  return (
    <div className="st-filter-bar" role="search">
      <div className="st-filter-box">
        <Icon name="funnel" />
        {parsed.chips.map((chip) => (
          <button
            key={`${chip.start}-${chip.text}`}
            type="button"
            className={`st-chip${chip.problem ? ' st-chip-refused' : ''}`}
            title={chip.problem?.detail}
            aria-label={kit('removeFilter', { filter: namedChips(chip.text, names) })}
            onClick={() => remove(chip)}
          >
            {namedChips(chip.text, names)}
            <Icon name="x" />
          </button>
        ))}
        <div className="st-combobox">
          <input
            {...box.input}
            ref={input}
            aria-label={kit('filters')}
            aria-invalid={problem !== undefined}
            aria-describedby={problem ? `${box.listId}-problem` : undefined}
            placeholder={parsed.chips.length === 0 ? kit('addFilter', { example: exampleOf(shape) }) : undefined}
            spellCheck={false}
            value={text}
            onChange={(event) => handleType(event.target.value)}
            onFocus={() => box.setActive(-1)}
            onBlur={() => box.setOpen(false)}
            onKeyDown={handleKeyDown}
          />
          <ul id={box.listId} role="listbox" aria-label={kit('choices')} hidden={!box.open} className="st-listbox">
            {offered.map((completion, place) => (
              <li key={completion.text} {...box.option(place)}>
                {completion.text}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {children}
      {problem && (
        <div id={`${box.listId}-problem`} role="alert" className="st-field-error">
          {problem}
        </div>
      )}
    </div>
  );
}

const id = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Chips with the words of the ids in them. */
export function namedChips(text: string, names: FilterBarProps['names']): string {
  return names ? text.replaceAll(id, (found) => names.get(found) ?? found) : text;
}

/** A filter this list really takes: the first choice, else words. */
function exampleOf({ fields }: ListShape): string {
  const [name, field] = Object.entries(fields).find(([, { filter, choices }]) => filter && choices?.length) ?? [];
  return name && field?.choices?.[0] ? `${name}:${field.choices[0]}` : 'fw';
}

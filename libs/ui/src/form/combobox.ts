import { useId, useState, type KeyboardEvent } from 'react';

type ComboboxOptions = {
  /** For a list that never hides. */
  alwaysOpen?: boolean;
  /** The choice Enter takes before an arrow key has chosen another; -1 for none. */
  first?: number;
};

/** Keyboard and ARIA of a text box with a list under it (WAI-ARIA combobox). */
export function useCombobox(count: number, onPick: (place: number) => void, options: ComboboxOptions = {}) {
  const { alwaysOpen = false, first = 0 } = options;
  const id = useId();
  const [opened, setOpen] = useState(false);
  const open = opened || alwaysOpen;
  const [wanted, setActive] = useState<number>();
  const active = Math.min(wanted ?? first, count - 1);
  function handleKeyDown(event: KeyboardEvent): boolean {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open && count > 0)
        setActive(event.key === 'ArrowDown' ? (active + 1) % count : (Math.max(active, 0) + count - 1) % count);
      setOpen(true);
      return true;
    }
    if (event.key === 'Escape' && opened) {
      // Only the list closes; a dialog around it stays.
      event.stopPropagation();
      setOpen(false);
      return true;
    }
    if (event.key !== 'Enter' || event.ctrlKey || !open || active < 0) return false;
    event.preventDefault();
    onPick(active);
    return true;
  }
  const expanded = open && count > 0;
  const input = {
    role: 'combobox',
    'aria-expanded': expanded,
    'aria-controls': `${id}-list`,
    'aria-autocomplete': 'list',
    'aria-activedescendant': expanded && active >= 0 ? `${id}-${active}` : undefined,
    autoComplete: 'off',
  } as const;
  const option = (place: number) => ({
    id: `${id}-${place}`,
    role: 'option',
    'aria-selected': place === active,
    // Before the blur of the box would close the list.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => onPick(place),
  });
  return { open: expanded, active, setOpen, setActive, handleKeyDown, input, option, listId: `${id}-list` };
}

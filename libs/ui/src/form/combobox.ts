import { useId, useState, type KeyboardEvent } from 'react';

/** Keyboard and ARIA of a text box with a list under it (WAI-ARIA combobox); `alwaysOpen` for a list that never hides. */
export function useCombobox(count: number, onPick: (place: number) => void, alwaysOpen = false) {
  const id = useId();
  const [opened, setOpen] = useState(false);
  const open = opened || alwaysOpen;
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, count - 1);
  function handleKeyDown(event: KeyboardEvent): boolean {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open && count > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
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
  return { open: expanded, setOpen, setActive, handleKeyDown, input, option, listId: `${id}-list` };
}

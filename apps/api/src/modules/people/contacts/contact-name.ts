import { Invalid } from '../../../platform/errors';

/** What a contact is called. */
export interface Names {
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  sortName?: string | null;
}

/** The names a new contact is stored with. */
export function namesOf(input: Names): { name: string; sortName: string } {
  const name = input.name || composed(input);
  if (!name) throw Invalid.field('/name', 'required', 'Give a name, or a first and a last name.');
  return { name, sortName: input.sortName || filed({ ...input, name }) };
}

/** The names after a change: what was made from the parts follows them, what somebody typed stays. */
export function renamed(before: Names & { name: string; sortName: string }, patch: Names): Names {
  const touched = ['name', 'firstName', 'lastName', 'sortName'].some((key) => key in patch);
  if (!touched) return {};
  const parts = { ...before, ...patch };
  const typedName = patch.name || (patch.name === undefined && before.name !== composed(before) ? before.name : null);
  const typedSort =
    patch.sortName || (patch.sortName === undefined && before.sortName !== filed(before) ? before.sortName : null);
  return namesOf({ ...parts, name: typedName || composed(parts) || before.name, sortName: typedSort });
}

function composed({ firstName, lastName }: Names): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** "Meier, Anna" when the parts are known, otherwise the name as it is. */
function filed({ name, firstName, lastName }: Names): string {
  const parts = lastName ? [lastName, firstName].filter(Boolean).join(', ') : name;
  return [...(parts ?? '')].slice(0, 255).join('');
}

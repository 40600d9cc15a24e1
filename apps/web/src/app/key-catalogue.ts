import { EVERYWHERE, messages, type KnownKey } from '@st0r/ui';
import { features } from './features';
import { shell } from './messages';

/** What keys do, and where; the sentences of the page that changes them. */
export const word = messages({
  bulk: 'Clear the selection',
  cancel: 'Keep the old key',
  changeKey: 'Change',
  changeKeyOf: 'Change the key of {name}',
  closePeek: 'Close the details',
  editCell: 'Change the cell',
  editContact: 'Edit a person',
  editField: 'Edit a custom field',
  editClient: 'Edit the client',
  editSite: 'Edit a site',
  everywhere: 'Everywhere',
  favourite: 'Mark the client as a favourite',
  filter: 'Filter the list',
  jobs: 'Jobs',
  list: 'Lists',
  nextCell: 'Next cell to change',
  nextRow: 'Next row',
  openEvent: 'Open an event',
  openRow: 'Open the row',
  palette: 'Search and commands',
  peekRow: 'Look beside the list',
  press: 'Press the new key. Esc keeps the old one.',
  previousCell: 'Cell to change before it',
  previousRow: 'Previous row',
  rail: 'Fold the menu',
  record: 'Records',
  reserved:
    'This key belongs to the browser, the system or a screen reader. Choose a letter, a digit or a mark, alone or with Shift.',
  reset: 'Reset',
  resetAll: 'Reset all keys',
  resetKeyOf: 'Reset the key of {name}',
  saveView: 'Save a view',
  scanAccept: 'Accept a proposal',
  selectRange: 'Select up to here',
  selectRow: 'Select the row',
  switchClient: 'Switch the client',
  taken: 'This key is taken: {name}. Give that another key first.',
  theseKeys: 'The keys of this screen',
  undo: 'Undo',
  vault: 'Vault',
  vaultCode: 'Copy the code',
  vaultPassword: 'Copy the password',
  vaultReveal: 'Reveal the password',
  vaultSite: 'Open the address',
  vaultUser: 'Copy the user name',
});

const known = (screen: string, ...keys: [id: string, keys: string, label: string][]): KnownKey[] =>
  keys.map(([id, each, label]) => ({ id, keys: each, label, screen }));

const goKeys = features
  .flatMap(({ nav }) => nav ?? [])
  .flatMap((entry): KnownKey[] =>
    entry.goKey ? known(EVERYWHERE, [`go.${entry.id}`, `g ${entry.goKey}`, shell('goTo', { name: entry.label })]) : [],
  );

/** Every key of the product, so that a person can change one without being on its screen. */
export const catalogue: readonly KnownKey[] = [
  ...known(
    EVERYWHERE,
    ['palette', 'mod+k', word('palette')],
    ['keys', '?', word('theseKeys')],
    ['jobs', 'g j', word('jobs')],
    ['org.switch', 'o', word('switchClient')],
    ['rail', '[', word('rail')],
    ['undo', 'u, mod+z', word('undo')],
    ['peek.close', 'escape', word('closePeek')],
  ),
  ...goKeys,
  ...known(
    'list',
    ['row.next', 'j, arrowdown', word('nextRow')],
    ['row.previous', 'k, arrowup', word('previousRow')],
    ['row.open', 'enter', word('openRow')],
    ['row.peek', 'space', word('peekRow')],
    ['row.select', 'x', word('selectRow')],
    ['row.range', 'shift+x', word('selectRange')],
    ['cell.edit', 'e', word('editCell')],
    ['cell.next', 'arrowright', word('nextCell')],
    ['cell.previous', 'arrowleft', word('previousCell')],
    ['list.filter', '/', word('filter')],
    ['list.save-view', 'v', word('saveView')],
    ['list.unselect', 'escape', word('bulk')],
    ['field.edit', 'e', word('editField')],
    ['audit.open', 'enter', word('openEvent')],
    ['scan.accept', 'a', word('scanAccept')],
  ),
  ...known(
    'vault',
    ['vault.password', 'enter', word('vaultPassword')],
    ['vault.user', 'shift+enter', word('vaultUser')],
    ['vault.code', 't', word('vaultCode')],
    ['vault.site', 'w', word('vaultSite')],
    ['vault.reveal', 'alt+enter', word('vaultReveal')],
  ),
  ...known(
    'record',
    ['client.favourite', 'f', word('favourite')],
    ['client.edit', 'e', word('editClient')],
    ['site.edit', 'e', word('editSite')],
    ['contact.edit', 'e', word('editContact')],
  ),
];

/** The screens of the catalogue in their words. */
export const screens = [EVERYWHERE, 'list', 'vault', 'record'] as const;

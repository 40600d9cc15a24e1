import { messages } from '@st0r/ui';

/** Words of the rail and the breadcrumb; apart from the rest because they are in the first load. */
export const title = messages({
  add: 'New credential',
  edit: 'Edit',
  first: 'Put the first password into the vault',
  firstHelp: 'Sealed, and every look at it is written down.',
  health: 'Vault health',
  vault: 'Vault',
});

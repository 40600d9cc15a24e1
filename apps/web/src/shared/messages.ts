import { messages } from '@st0r/ui';

/** Sentences used by more than one feature. */
export const say = messages({
  allClients: 'All clients',
  archived: 'Archived {name}',
  cellAgain: 'Enter keeps yours, Esc theirs.',
  cellChanged: '{name} was changed again since, so it stays as it is.',
  cellNeeded: 'This cannot be empty.',
  cellNow: 'It is “{value}” now.',
  cellSaved: 'Changed {name}',
  cellStale: 'Somebody changed this record after you opened it.',
  client: 'Client',
  conflictKeep: 'Save mine anyway',
  conflictLoad: 'Load the newer version',
  conflictText: 'Somebody changed this record after you opened it. Your changes are still here.',
  conflictTitle: 'This record has changed',
  failed: 'That did not work.',
  outOfDate: 'A part of this page could not be fetched. Load the page anew.',
  print: 'Print the list',
  printAt: 'Printed',
  printBy: 'by',
  printFilter: 'Filter',
  printMore: 'The first {shown} of {total} rows. Narrow the list to print the others, or export it.',
  printNoFilter: 'none',
  printRows: 'Rows',
  printed: 'Printed {at} by {name}',
  restored: 'Restored {name}',
});

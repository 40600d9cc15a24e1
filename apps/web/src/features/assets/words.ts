import { messages } from '@st0r/ui';

/** The words of addresses and menus; in the first load, so only these. */
export const word = messages({
  assets: 'Assets',
  asset: 'Asset',
  add: 'New asset',
  customFields: 'Custom fields',
  edit: 'Edit asset',
  firstAssets: 'Add assets',
  firstAssetsHelp: 'By hand, from a CSV file or from a network scan.',
  import: 'Import assets',
  models: 'Models',
});

import { messages } from '@st0r/ui';

/** Words of a model. */
export const modelWord = messages({
  manufacturer: 'Manufacturer',
  name: 'Model',
  notes: 'Notes',
  partNumber: 'Part number',
  ports: 'Ports',
  slug: 'Slug',
  source: 'Source',
  type: 'Type',
  uHeight: 'Height',
  watts: 'Most watts',
});

import { messages } from '@st0r/ui';

/** Words of the rail and the breadcrumb; apart from the rest because they are in the first load. */
export const title = messages({
  keys: 'API keys',
  allKeys: 'API keys of all clients',
  newKey: 'New API key',
  key: 'API key',
  usage: 'Usage',
  own: 'My API keys',
});

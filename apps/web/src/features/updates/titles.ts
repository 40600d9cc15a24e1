import { messages } from '@st0r/ui';

/** What the menu needs before the page is fetched. */
export const title = messages({ updates: 'Updates' });

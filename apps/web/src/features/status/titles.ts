import { messages } from '@st0r/ui';

/** Words the menu needs before the page is loaded. */
export const title = messages({ status: 'Status' });

import { messages } from '@st0r/ui';

/** Words of the rail and the breadcrumb; apart from the rest because they are in the first load. */
export const title = messages({ account: 'My account', people: 'Accounts', signIn: 'Sign-in' });

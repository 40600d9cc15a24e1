/** Where the secret of a link waits while its reader signs in. */
const KEY = 'st0r-email-link';

/**
 * The secret of a link, carried through the sign-in in the memory of this tab: in an address it would be written down by
 * whatever keeps addresses.
 */
export const carriedToken = {
  keep: (token: string) => sessionStorage.setItem(KEY, token),
  read: () => sessionStorage.getItem(KEY) ?? '',
  forget: () => sessionStorage.removeItem(KEY),
};

import type { FieldPlace, Purpose } from '@st0r/crypto';

/** What every key seals about itself when it is made. */
export const CANARY_WORD = 'canary';

/** Where the canary of a key row lives. */
export const canaryPlace = (organisation: string, purpose: Purpose, record: string): FieldPlace => ({
  organisation,
  purpose,
  type: 'canary',
  record,
  field: 'canary',
  revision: 1,
});

import type { FieldPlace } from '@st0r/crypto';
import type { KeyPurpose } from './organisation-key.entity';

/** What every key seals about itself when it is made. */
export const CANARY_WORD = 'canary';

/** Where the canary of a key row lives. */
export const canaryPlace = (organisation: string, purpose: KeyPurpose, record: string): FieldPlace => ({
  organisation,
  purpose,
  type: 'canary',
  record,
  field: 'canary',
  revision: 1,
});

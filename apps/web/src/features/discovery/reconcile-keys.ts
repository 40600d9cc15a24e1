import type { RowKey } from '@st0r/ui';
import { say } from './messages';
import type { Proposal } from './scan.types';

/** The keys of the reconcile table beyond those of every list. */
export function reconcileKeys(onAccept: (proposal: Proposal) => void): RowKey<Proposal>[] {
  return [{ id: 'scan.accept', keys: 'a', label: say('acceptKey'), run: onAccept }];
}

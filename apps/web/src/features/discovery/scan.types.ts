import type { Api } from '@st0r/api-client';
import type { Tone } from '@st0r/ui';
import { say } from './messages';

export type Scan = Api<'Scan'>;
export type Proposal = Api<'ScanProposal'>;
export type Difference = Api<'ScanDifference'>;
export type ProposalPage = Api<'ScanProposalPage'>;
export type Accepted = Api<'ScanAccepted'>;
export type Kind = keyof Api<'ScanProposalCounts'>;

/** Kinds of proposals in the order a person works through them. */
export const kinds: readonly Kind[] = ['new', 'update', 'conflict', 'vanished', 'unchanged'];

/** The words of a kind, as its tab says them. */
export const kindLabel: Record<Kind, string> = {
  new: say('kindNew'),
  update: say('update'),
  conflict: say('conflict'),
  vanished: say('vanished'),
  unchanged: say('unchanged'),
};

const states: Record<string, readonly [string, Tone]> = {
  waiting: [say('stateWaiting'), 'warning'],
  reconciled: [say('stateReconciled'), 'success'],
  discarded: [say('stateDiscarded'), 'neutral'],
};

/** Words and colour of the state of a scan. */
export const stateLook = (state: string): readonly [string, Tone] => states[state] ?? [state, 'neutral'];

/** What a person calls the line. */
export function nameOf(proposal: Proposal): string {
  return proposal.asset?.name ?? proposal.suggestedName;
}

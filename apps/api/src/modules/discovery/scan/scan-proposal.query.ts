import { ipSortKey } from '@st0r/net';
import { Invalid } from '../../../platform/errors';
import { PROPOSAL_KINDS, type Proposal, type ProposalKind } from '../reconcile';

/** One page of proposals: which kinds, how many, after which line. */
export interface ProposalQuery {
  kinds: readonly ProposalKind[];
  limit: number;
  after: string | null;
}

const MOST = 4096;
const KNOWN = new Set(['kind', 'limit', 'cursor', 'org']);

/** `?kind=new,update&limit=200&cursor=…`; anything else is named. */
export function readProposalQuery(params: Readonly<Record<string, unknown>>): ProposalQuery {
  const unknown = Object.keys(params).find((name) => !KNOWN.has(name));
  if (unknown) throw Invalid.field(`/${unknown.slice(0, 100)}`, 'unknown', 'There is no such parameter here.');
  const { kind, limit, cursor } = params;
  return { kinds: readKinds(kind), limit: readLimit(limit), after: readCursor(cursor) };
}

/** The lines in order of their addresses, so that a page stays where it is while others accept lines. */
export function inOrder(proposals: readonly Proposal[]): [place: string, proposal: Proposal][] {
  return proposals
    .map((proposal): [string, Proposal] => [placeOf(proposal), proposal])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The cursor of a line. */
export const cursorAt = (place: string): string => Buffer.from(place, 'utf8').toString('base64url');

function placeOf({ key, host }: Proposal): string {
  const ip = host?.interfaces.flatMap(({ ips }) => ips)[0];
  return `${ip ? ipSortKey(ip) : '9:'} ${key}`;
}

function readKinds(kind: unknown): readonly ProposalKind[] {
  if (kind === undefined || kind === '') return PROPOSAL_KINDS;
  const named = String(kind).split(',');
  const wrong = named.find((one) => !PROPOSAL_KINDS.includes(one as ProposalKind));
  if (wrong !== undefined)
    throw Invalid.field('/kind', 'choice', `Expected one of: ${PROPOSAL_KINDS.join(', ')}.`, {
      allowed: PROPOSAL_KINDS,
    });
  return named as ProposalKind[];
}

function readLimit(limit: unknown): number {
  if (limit === undefined) return MOST;
  const number = /^\d{1,4}$/.test(String(limit)) ? Number(limit) : 0;
  if (number < 1 || number > MOST) throw Invalid.field('/limit', 'range', `A whole number from 1 to ${MOST}.`);
  return number;
}

function readCursor(cursor: unknown): string | null {
  if (cursor === undefined || cursor === '') return null;
  const place = Buffer.from(String(cursor), 'base64url').toString('utf8');
  if (!/^\d:/.test(place)) throw Invalid.field('/cursor', 'cursor', 'This is no cursor of this list.');
  return place;
}

import { MerkleTree, SignedNoteError, openNote, signNote, type Peak } from '@st0r/crypto';
import type { KeyObject } from 'node:crypto';
import type { AccountDatabase, AccountSession } from '../../../platform/database';
import { LOG_ORIGIN } from './checkpoint-file';

const TITLE = `${LOG_ORIGIN}.epoch`;

/** What is kept of events whose time is over: the log goes on from here, and it can be proved that it does. */
export interface Epoch {
  readonly number: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Hash of the last link of the chain. */
  readonly head: Buffer;
  /** Right edge of the tree over every event up to the last one. */
  readonly edge: readonly Peak[];
}

/** Where the log begins when nothing was removed yet. */
export const NO_EPOCH: Epoch = { number: 0, firstSeq: 0, lastSeq: 0, head: Buffer.alloc(32), edge: [] };

interface EpochRow {
  number: number;
  first_seq: number;
  last_seq: number;
  note: string;
}

/** An epoch as a note signed with the key of the checkpoints. */
export function signEpoch({ number, firstSeq, lastSeq, head, edge }: Epoch, key: KeyObject): string {
  const peaks = edge.map(({ leaves, hash }) => `${leaves} ${hash.toString('base64')}`);
  const lines = [TITLE, number, `${firstSeq} ${lastSeq}`, head.toString('base64'), ...peaks];
  return signNote(`${lines.join('\n')}\n`, LOG_ORIGIN, key);
}

/** Verifies a stored epoch; throws SignedNoteError for anything this installation did not sign. */
export function openEpoch({ number, first_seq, last_seq, note }: EpochRow, verifier: string): Epoch {
  const [title, count, range = '', head = '', ...peaks] = openNote(note, verifier).trimEnd().split('\n');
  const [firstSeq, lastSeq] = range.split(' ').map(Number);
  const edge = peaks.map((line) => {
    const [leaves, hash = ''] = line.split(' ');
    return { leaves: Number(leaves), hash: Buffer.from(hash, 'base64') };
  });
  const epoch: Epoch = { number, firstSeq: first_seq, lastSeq: last_seq, head: Buffer.from(head, 'base64'), edge };
  const same = title === TITLE && Number(count) === number && firstSeq === first_seq && lastSeq === last_seq;
  if (!same || new MerkleTree(edge).size !== last_seq) throw new SignedNoteError('This note is not of this epoch.');
  return epoch;
}

/** Stored epochs, the first one first. */
export const epochRows = (database: AccountDatabase | AccountSession): Promise<EpochRow[]> =>
  database.query<EpochRow>('SELECT number, first_seq, last_seq, note FROM event_epoch ORDER BY number');

/** The epoch the present log goes on from. */
export async function latestEpoch(database: AccountDatabase | AccountSession, verifier: string | null): Promise<Epoch> {
  const last = (await epochRows(database)).at(-1);
  if (!last) return NO_EPOCH;
  if (!verifier) throw new SignedNoteError('The verifier key of the checkpoints is missing.');
  return openEpoch(last, verifier);
}

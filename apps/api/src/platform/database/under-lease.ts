import type { Settings } from '../config';
import { AccountDatabase } from './account-database';
import { Lease } from './lease';

/** Somebody else does it right now. */
export class LeaseHeld extends Error {
  constructor(name: string) {
    super(`Another process holds "${name}".`);
    this.name = 'LeaseHeld';
  }
}

/** Throws LeaseLost where somebody else does it by now. */
export type StillAlone = () => Promise<void>;

/**
 * Does something while nobody else does it at this installation, on whatever machine; throws LeaseHeld where somebody does.
 * A machine that was paused for longer than a lease lasts has lost it and cannot know: whoever acts asks before it counts.
 */
export async function underLease<T>(
  settings: Settings,
  name: string,
  act: (still: StillAlone) => Promise<T>,
): Promise<T> {
  const database = await AccountDatabase.open(settings, 'application');
  try {
    // Whoever was killed while it held the lease is waited for, as long as nobody has heard of it.
    const lease = await Lease.takeSoon(database, name);
    if (!lease) throw new LeaseHeld(name);
    try {
      return await act(() => lease.confirm(database));
    } finally {
      await lease.end().catch(() => undefined);
    }
  } finally {
    await database.close();
  }
}

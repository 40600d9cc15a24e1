import type { Settings } from '../../../platform/config';
import { AccountDatabase, Lease, LeaseLost } from '../../../platform/database';
import { BackupBusy, BackupTaken } from '../backup.error';

/** Throws BackupTaken where somebody else does it by now. */
export type StillAlone = () => Promise<void>;

/**
 * Does something while nobody else does it at this installation, on whatever machine; throws BackupBusy where somebody does.
 * A machine that was paused for longer than the right lasts has lost it and cannot know: whoever acts asks before it counts.
 */
export async function alone<T>(settings: Settings, act: (still: StillAlone) => Promise<T>): Promise<T> {
  const database = await AccountDatabase.open(settings, 'application');
  try {
    // Whoever was killed while it held the lease is waited for, as long as nobody has heard of it.
    const lease = await Lease.takeSoon(database, 'backup');
    if (!lease) throw new BackupBusy();
    try {
      return await act(() => lease.confirm(database).catch(asTaken));
    } finally {
      await lease.end().catch(() => undefined);
    }
  } finally {
    await database.close();
  }
}

function asTaken(error: unknown): never {
  throw error instanceof LeaseLost ? new BackupTaken() : error;
}

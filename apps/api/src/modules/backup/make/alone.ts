import type { Settings } from '../../../platform/config';
import { AccountDatabase, Lease } from '../../../platform/database';
import { BackupBusy } from '../backup.error';

/** Does something while nobody else does it at this installation, on whatever machine; throws BackupBusy where somebody does. */
export async function alone<T>(settings: Settings, act: () => Promise<T>): Promise<T> {
  const database = await AccountDatabase.open(settings, 'application');
  try {
    // Whoever was killed while it held the lease is waited for, as long as nobody has heard of it.
    const lease = await Lease.takeSoon(database, 'backup');
    if (!lease) throw new BackupBusy();
    try {
      return await act();
    } finally {
      await lease.end().catch(() => undefined);
    }
  } finally {
    await database.close();
  }
}

import type { Settings } from '../../../platform/config';
import { AccountDatabase } from '../../../platform/database';
import { BackupBusy } from '../backup.error';

/** Does something while nobody else does it at this installation, on whatever machine; throws BackupBusy where somebody does. */
export async function alone<T>(settings: Settings, act: () => Promise<T>): Promise<T> {
  const database = await AccountDatabase.open(settings, 'application');
  try {
    // The lock is the connection's: it ends with it, also when this process is killed.
    const session = await database.session();
    try {
      const [lock] = await session.query<{ mine: number }>("SELECT GET_LOCK(CONCAT(DATABASE(), '.backup'), 0) AS mine");
      if (Number(lock?.mine) !== 1) throw new BackupBusy();
      return await act();
    } finally {
      // Said, and not left to the end of the connection: the server hears of that a moment later than whoever comes next.
      await session.query("DO RELEASE_LOCK(CONCAT(DATABASE(), '.backup'))").catch(() => undefined);
      await session.release();
    }
  } finally {
    await database.close();
  }
}

import type { Settings } from '../../../platform/config';
import { LeaseHeld, LeaseLost, underLease, type StillAlone } from '../../../platform/database';
import { BackupBusy, BackupTaken } from '../backup.error';

/** Makes a backup while nobody else makes one at this installation; throws BackupBusy where somebody does, and BackupTaken where somebody took it over. */
export async function alone<T>(settings: Settings, act: (still: StillAlone) => Promise<T>): Promise<T> {
  try {
    return await underLease(settings, 'backup', (still) => act(() => still().catch(asTaken)));
  } catch (error) {
    throw error instanceof LeaseHeld ? new BackupBusy() : error;
  }
}

function asTaken(error: unknown): never {
  throw error instanceof LeaseLost ? new BackupTaken() : error;
}

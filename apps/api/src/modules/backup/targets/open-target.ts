import { join } from 'node:path';
import type { Settings } from '../../../platform/config';
import type { BackupTarget } from './backup-target';
import { LocalTarget } from './local.target';

/** The two places: data and keys never lie in one archive, and should not lie on one disk. */
export interface BackupTargets {
  readonly data: BackupTarget;
  readonly keys: BackupTarget;
}

/** The places the settings name. */
export function openTargets({ BACKUP_TARGET, BACKUP_SAFE_TARGET, DATA_DIR }: Settings): BackupTargets {
  return {
    data: new LocalTarget(BACKUP_TARGET ?? join(DATA_DIR, 'backups')),
    keys: new LocalTarget(BACKUP_SAFE_TARGET ?? join(DATA_DIR, 'backup-keys')),
  };
}

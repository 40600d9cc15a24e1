import { join } from 'node:path';
import { readBackupPlace, type Settings } from '../../../platform/config';
import type { BackupTarget } from './backup-target';
import { LocalTarget } from './local.target';
import { S3Target } from './s3.target';
import { SftpTarget } from './sftp.target';
import type { TargetSecret } from './target-secret';

/** The two places: data and keys never lie in one archive, and should not lie on one disk. */
export interface BackupTargets {
  readonly data: BackupTarget;
  readonly keys: BackupTarget;
}

/** The places the settings name. Nothing is reached, and no secret asked for, before one is used. */
export function openTargets(settings: Settings): BackupTargets {
  const { BACKUP_TARGET, BACKUP_SAFE_TARGET, DATA_DIR } = settings;
  return {
    data: targetAt(BACKUP_TARGET ?? join(DATA_DIR, 'backups'), {
      setting: 'BACKUP_TARGET_SECRET',
      text: settings.BACKUP_TARGET_SECRET,
    }),
    keys: targetAt(BACKUP_SAFE_TARGET ?? join(DATA_DIR, 'backup-keys'), {
      setting: 'BACKUP_SAFE_TARGET_SECRET',
      text: settings.BACKUP_SAFE_TARGET_SECRET,
    }),
  };
}

function targetAt(text: string, secret: TargetSecret): BackupTarget {
  const place = readBackupPlace(text);
  if (place.kind === 's3') return new S3Target(place, secret);
  return place.kind === 'sftp' ? new SftpTarget(place, secret) : new LocalTarget(text);
}

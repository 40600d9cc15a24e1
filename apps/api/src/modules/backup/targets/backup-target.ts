import type { Readable } from 'node:stream';

/** A place backups are kept at: folders by the name of the backup, with files in them. */
export interface BackupTarget {
  readonly kind: 'folder' | 's3' | 'sftp';
  /** How people call it; never a secret. */
  readonly place: string;
  /** Names of the backups that lie there, the oldest first. */
  names(): Promise<string[]>;
  /** Names of backups of which only a part of a file came; nothing of them can be seen otherwise. */
  unfinished(): Promise<string[]>;
  /** Writes a file whole, or leaves nothing. */
  put(path: string, bytes: Readable): Promise<void>;
  get(path: string): Promise<Readable>;
  /** Length of a file; null when there is none. */
  size(path: string): Promise<number | null>;
  /** Removes everything of a backup. */
  remove(name: string): Promise<void>;
}

/** `20261126T023000Z-1f3a`: sorts by time, and two in one second differ. */
export const BACKUP_NAME = /^\d{8}T\d{6}Z-[0-9a-f]{4}$/;

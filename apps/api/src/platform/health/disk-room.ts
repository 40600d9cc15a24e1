import { statfs } from 'node:fs/promises';

/** Room on the disk that holds a folder, in bytes. */
export interface DiskRoom {
  readonly free: number;
  readonly size: number;
}

/** Rejects when the folder is not there. */
export async function roomAt(folder: string): Promise<DiskRoom> {
  const { bavail, bsize, blocks } = await statfs(folder);
  return { free: bavail * bsize, size: blocks * bsize };
}

import type { SchemaSwap } from '../../../platform/database';
import { BackupError } from '../backup.error';

/** Processes say that they run every three seconds. */
const SILENT_SECONDS = 15;

/** Nobody may write while the tables change places. */
export async function requireStopped(swap: SchemaSwap): Promise<void> {
  const known = await swap.ask("SHOW TABLES LIKE 'node\\_status'");
  if (known.length === 0) return;
  const running = await swap.ask<{ name: string }>(
    `SELECT name FROM node_status WHERE seen_at > UTC_TIMESTAMP(6) - INTERVAL ${SILENT_SECONDS} SECOND`,
  );
  if (running.length === 0) return;
  const names = running.map(({ name }) => name).join(', ');
  throw new BackupError(
    `Stop these first, then repeat: ${names}. One that was killed is forgotten after ${SILENT_SECONDS} seconds.`,
  );
}

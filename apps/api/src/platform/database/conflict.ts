import { setTimeout as sleep } from 'node:timers/promises';

/** A deadlock, a lost certification among the nodes of a cluster, and a lock nobody gave back in time. */
const UNDONE = new Set([1213, 1205]);
/** What a node of a cluster says while it does not belong to the majority, or has not caught up. */
export const NOT_PREPARED = 1047;

const SIGNALLED = 1644;

interface DriverError {
  errno?: number;
  sqlState?: string;
}

const driverErrorOf = (error: unknown): DriverError | undefined =>
  (error as { driverError?: DriverError } | undefined)?.driverError ?? (error as DriverError | undefined);

/** True for a node that does no work at present; what it was asked was not done. */
export const isUnprepared = (error: unknown): boolean => driverErrorOf(error)?.errno === NOT_PREPARED;

/** What a node says that has been asked to wait for the others and cannot, in the words of one that does no work. */
export const unprepared = (cause: unknown): Error =>
  Object.assign(new Error('The server cannot wait for the others of its cluster.', { cause }), { errno: NOT_PREPARED });

/** True where a connection could not prove whose rows it may meet: its key is of a secret that is no more. */
export const isUnproven = (error: unknown): boolean =>
  driverErrorOf(error)?.errno === SIGNALLED && driverErrorOf(error)?.sqlState === '40001';

/** True for a refusal after which nothing of the transaction is left, so that the same again may well succeed. */
export function isConflict(error: unknown): boolean {
  const driver = driverErrorOf(error);
  return (
    driver?.errno !== undefined && (UNDONE.has(driver.errno) || driver.sqlState === '40001' || isUnprepared(error))
  );
}

/** Tries altogether. */
const MOST_TRIES = 6;
const FIRST_PAUSE_MS = 8;
const LONGEST_PAUSE_MS = 250;

/**
 * Runs `act` until it ends in anything but a conflict: a few times, each after a longer pause that differs from the one of
 * whoever it met. No try begins once `patience` milliseconds are over, and none where `repeatable` says no.
 */
export async function untilNoConflict<T>(
  act: (tries: number) => Promise<T>,
  { patience, repeatable }: { patience: number; repeatable: (error: unknown) => boolean },
): Promise<T> {
  const end = Date.now() + patience;
  for (let tries = 1; ; tries += 1) {
    try {
      return await act(tries);
    } catch (error) {
      if (!repeatable(error) || tries >= MOST_TRIES) throw error;
      const pause = pauseAfter(tries, error);
      if (Date.now() + pause >= end) throw error;
      await sleep(pause);
    }
  }
}

/** Between half of it and all of it; a node that is not prepared needs more than a moment. */
function pauseAfter(tries: number, error: unknown): number {
  const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
  return (isUnprepared(error) ? LONGEST_PAUSE_MS : longest) * (0.5 + Math.random() / 2);
}

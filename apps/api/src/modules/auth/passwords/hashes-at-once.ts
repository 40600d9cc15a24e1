/** What one Argon2id hash holds while it is computed. */
const HASH_BYTES = 64 * 1024 * 1024;
/** Hashes may hold this part of the memory; the rest is everybody else's. */
const SHARE = 1 / 4;

/**
 * How many passwords are hashed at the same time. More than one per core would not finish sooner and would take the time
 * of other requests; more than fit into a part of the memory would end the process where many sign in at once. One thread
 * of the pool is left to files and names, which would wait behind the hashes otherwise.
 */
export function hashesAtOnce({ cores, memory, threads }: { cores: number; memory: number; threads: number }): number {
  return Math.max(1, Math.min(cores, threads - 1, Math.floor((memory * SHARE) / HASH_BYTES)));
}

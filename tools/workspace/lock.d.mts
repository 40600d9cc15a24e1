/** Runs `work` while this process holds the lock file, and waits its turn where somebody else alive does. */
export function underLock<T>(file: string, purpose: string, work: () => T | Promise<T>): Promise<T>;

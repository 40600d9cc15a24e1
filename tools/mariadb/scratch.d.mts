/** A new folder for the data of one test run. */
export function scratchFolder(): string;

/** Removes the folders, and stops the databases, of test runs that were killed. */
export function clearLeftovers(): Promise<void>;

/** A backup that cannot be made, opened or put back; says what is wrong and what to do. */
export class BackupError extends Error {}

/** A backup that cannot be made, opened or put back; says what is wrong and what to do. */
export class BackupError extends Error {}

/** A backup that is not what was made and signed; it would not bring everything back. */
export class BackupDamaged extends BackupError {
  constructor(
    readonly backup: string,
    message: string,
  ) {
    super(message);
  }
}

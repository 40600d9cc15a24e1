/** A backup that cannot be made, opened or put back; says what is wrong and what to do. */
export class BackupError extends Error {}

/** Somebody makes or proves one already; two at a time would read, send and put back everything twice. */
export class BackupBusy extends BackupError {
  constructor() {
    super('A backup is being made already. Wait for its end.');
  }
}

/** A backup that is not what was made and signed; it would not bring everything back. */
export class BackupDamaged extends BackupError {
  constructor(
    readonly backup: string,
    message: string,
  ) {
    super(message);
  }
}

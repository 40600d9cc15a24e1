/** A backup that cannot be made, opened or put back; says what is wrong and what to do. */
export class BackupError extends Error {}

/** Somebody makes or proves one already; two at a time would read, send and put back everything twice. */
export class BackupBusy extends BackupError {
  constructor() {
    super('A backup is being made already. Wait for its end.');
  }
}

/** This machine was silent for so long that another one began a backup; both cannot count. */
export class BackupTaken extends BackupError {
  constructor() {
    super(
      'This machine was not heard of for a while, and another one has begun a backup meanwhile. This one does not count.',
    );
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

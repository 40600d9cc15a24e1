// One sentence for every cause, so an answer never tells an attacker how far a forged value got.
const MESSAGE = 'This secret cannot be opened. Ask an administrator to run the vault check.';

/** Why a sealed value was refused; for logs beside the record id, never for the user. */
export type RefusalReason =
  'format' | 'key-version' | 'commitment' | 'authentication' | 'padding' | 'encoding' | 'root-key';

/** A sealed value that cannot be opened here; the message is always the same, `reason` is for the log. */
export class VaultOpenError extends Error {
  readonly code: 'VAULT_OPEN' | 'VAULT_FORMAT' = 'VAULT_OPEN';

  constructor(readonly reason: RefusalReason) {
    super(MESSAGE);
    this.name = 'VaultOpenError';
  }
}

/** Bytes that are no sealed value of ours at all: wrong length, format, suite or flags. */
export class VaultFormatError extends VaultOpenError {
  override readonly code = 'VAULT_FORMAT';

  constructor() {
    super('format');
    this.name = 'VaultFormatError';
  }
}

/** Something that cannot be sealed: text with a lone surrogate, a value over the limit, a malformed place. */
export class VaultInputError extends Error {
  readonly code = 'VAULT_INPUT';

  constructor(message: string) {
    super(message);
    this.name = 'VaultInputError';
  }
}

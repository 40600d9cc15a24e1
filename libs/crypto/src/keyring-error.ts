/** A keyring that cannot be trusted; the message is a sentence for the operator and never holds key bytes. */
export class KeyringError extends Error {
  readonly code = 'KEYRING';

  constructor(message: string) {
    super(message);
    this.name = 'KeyringError';
  }
}

/** Why a call to another system did not give an answer. */
export type OutgoingReason =
  | 'address' // the URL itself is not one we call
  | 'blocked' // it leads to an address or port that is closed
  | 'unresolved' // the name is not known
  | 'unreachable' // nobody listens, or the connection broke
  | 'tls' // the certificate is not trusted
  | 'timeout'
  | 'redirected'
  | 'too_large'
  | 'encoded'; // compressed although nobody asked for it

/** A call that gave no answer; the message is a sentence for an administrator and holds no path, query or credential. */
export class OutgoingError extends Error {
  constructor(
    readonly reason: OutgoingReason,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
    this.name = 'OutgoingError';
  }
}

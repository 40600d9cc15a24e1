/** Ed25519, ECDSA on P-256, RSA: what every authenticator of the last ten years has one of. */
export const ALGORITHMS: readonly number[] = [-8, -7, -257];

/** What the browser says it asked for; a challenge of nothing where it cannot be read. */
export function clientDataOf(clientDataJSON: string): { challenge: string } {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {
      challenge?: unknown;
    };
    return { challenge: typeof challenge === 'string' ? challenge : '' };
  } catch {
    return { challenge: '' };
  }
}

/** A person's id as authenticators keep it: sixteen bytes that say nothing about the person. */
export function userHandleOf(userId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'));
}

/** The id behind such bytes. */
export function uuidOf(userHandle: string): string {
  const hex = Buffer.from(userHandle, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

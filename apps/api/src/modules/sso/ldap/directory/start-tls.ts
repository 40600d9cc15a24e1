import { BerReader } from 'ldapts';
import type { Socket } from 'node:net';
import { SsoRefused } from '../../entering/sso-refused';

/** ExtendedRequest 1.3.6.1.4.1.1466.20037 as message 1. */
const REQUEST = Buffer.concat([
  Buffer.from([0x30, 0x1d, 0x02, 0x01, 0x01, 0x77, 0x18, 0x80, 0x16]),
  Buffer.from('1.3.6.1.4.1.1466.20037', 'ascii'),
]);
const EXTENDED_RESPONSE = 0x78;
const LONGEST_ANSWER = 4096;

/**
 * Asks for StartTLS on a fresh socket. By hand, because the client library keeps bytes that arrived before encryption and
 * reads them as if they had arrived after: whoever sits in between could put an answer there. Here one byte too many ends it.
 */
export async function askForTls(socket: Socket): Promise<void> {
  socket.write(REQUEST);
  const answer = await oneMessage(socket);
  if (resultOf(answer) === 0) return;
  throw new SsoRefused(
    'starttls_refused',
    'The server does not start encryption (StartTLS) on this port. Nothing was said to it. Choose LDAPS, or let the server have a certificate.',
    '/ldap/security',
  );
}

function oneMessage(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let read = Buffer.alloc(0);
    const done = (settle: () => void): void => {
      socket.removeListener('data', onData).removeListener('close', onClose);
      // Until TLS reads from it, what arrives has to wait.
      socket.pause();
      settle();
    };
    const onData = (chunk: Buffer): void => {
      read = Buffer.concat([read, chunk]);
      const length = lengthOf(read);
      if (read.length > Math.min(length ?? LONGEST_ANSWER, LONGEST_ANSWER)) done(() => reject(strange()));
      else if (read.length === length) done(() => resolve(read));
    };
    const onClose = (): void => done(() => reject(strange()));
    socket.on('data', onData).once('close', onClose);
  });
}

/** How long the message will be as a whole; undefined while its head is not there yet. */
function lengthOf(message: Buffer): number | undefined {
  const [tag, first] = message;
  if (tag === undefined || first === undefined) return undefined;
  if (tag !== 0x30) return 0;
  if (first < 0x80) return 2 + first;
  const bytes = first & 0x7f;
  if (bytes > 4 || message.length < 2 + bytes) return bytes > 4 ? 0 : undefined;
  return 2 + bytes + message.readUIntBE(2, bytes);
}

function resultOf(answer: Buffer): number | null {
  try {
    const reader = new BerReader(answer);
    reader.readSequence();
    if (reader.readInt() !== 1 || reader.readSequence() !== EXTENDED_RESPONSE) return null;
    return reader.readEnumeration();
  } catch {
    return null;
  }
}

const strange = (): SsoRefused =>
  new SsoRefused(
    'starttls_refused',
    'The answer to StartTLS is not the one of a directory, so nothing was said to it. Check host and port; something in between may have changed it.',
    '/ldap/security',
  );

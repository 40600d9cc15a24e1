import { Readable } from 'node:stream';
import { BackupError } from '../backup.error';

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** A pair for one run: what is locked for it opens only while this process lives. */
export interface PassingKey {
  identity: string;
  recipient: string;
}

export async function passingKey(): Promise<PassingKey> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether a text is the public half of a key pair of age. */
export async function isRecipient(text: string): Promise<boolean> {
  if (!RECIPIENT.test(text)) return false;
  const { Encrypter } = await import('age-encryption');
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** The secret halves in the text of a key file of age; comments are skipped. */
export function identitiesIn(text: string, file: string): string[] {
  const identities = text.split('\n').filter((line) => IDENTITY.test(line.trim()));
  if (identities.length === 0)
    throw new BackupError(`${file} holds no secret key of age: one line that begins with AGE-SECRET-KEY-1.`);
  return identities.map((line) => line.trim());
}

/** Locks a stream for the holders of some keys, in the format of age: `age -d` opens it as well. */
export async function locked(plain: Readable, recipients: readonly string[]): Promise<Readable> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/** Opens a locked stream; throws BackupError when none of the keys fits. */
export async function unlocked(bytes: Readable, identities: readonly string[]): Promise<Readable> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return fromWeb(await decrypter.decrypt(toWeb(bytes)));
}

const toWeb = (stream: Readable): ReadableStream<Uint8Array> => Readable.toWeb(stream) as ReadableStream<Uint8Array>;
const fromWeb = (stream: ReadableStream<Uint8Array>): Readable => Readable.fromWeb(stream as never);

import { randomBytes } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { KitError, printedPart, readPart, toText, type KitPart } from './kit-part';

/** How many parts a kit has, and how many of them open it. */
export const PARTS = 5;
export const NEEDED = 3;

/** The secrets of an installation by the name of their file. */
export type KitContent = Readonly<Record<string, string>>;

/** A locked kit: a file for everybody, and parts of its passphrase for five people. */
export interface LockedKit {
  kit: string;
  /** An age file with a passphrase, as text; stock `age -d` opens it as well. */
  file: string;
  parts: string[];
}

const SECRET_BYTES = 20;
// The passphrase has 160 random bits: stretching it would only make people wait.
const WORK_FACTOR = 12;

/** Locks secrets under a random passphrase that is printed nowhere, only its parts are. */
export async function lockKit(content: KitContent): Promise<LockedKit> {
  const [secret, kit] = [randomBytes(SECRET_BYTES), randomBytes(2).toString('hex')];
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(toText(secret));
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  const file = armor.encode(await encrypter.encrypt(JSON.stringify({ format: 1, kit, secrets: content })));
  const shares = await split(new Uint8Array(secret), PARTS, NEEDED);
  secret.fill(0);
  return { kit, file, parts: shares.map((bytes) => printedPart({ kit, bytes })) };
}

/** Opens a kit with typed parts; throws KitError with what is wrong. */
export async function openKit(file: string, typed: readonly string[]): Promise<KitContent> {
  const passphrase = await passphraseOf(typed.map(readPart));
  const { armor, Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  let text: string;
  try {
    text = await decrypter.decrypt(armor.decode(file.trim()), 'text');
  } catch {
    throw new KitError('These parts do not open this file. Are they from the same kit, and is the file whole?');
  }
  return (JSON.parse(text) as { secrets: KitContent }).secrets;
}

async function passphraseOf(parts: readonly KitPart[]): Promise<string> {
  const kits = new Set(parts.map(({ kit }) => kit));
  if (kits.size > 1) throw new KitError(`These parts are from different kits: ${[...kits].join(', ')}.`);
  const different = [...new Map(parts.map((part) => [Buffer.from(part.bytes).toString('hex'), part.bytes])).values()];
  if (different.length < NEEDED)
    throw new KitError(`${NEEDED} different parts open a kit; these are ${different.length}.`);
  return toText(await combine(different.slice(0, NEEDED)));
}

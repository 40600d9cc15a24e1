import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignedNoteError, openNote, signNote, signingKeyPair, verifierKey } from '@st0r/crypto';
import type { Settings } from '../../../platform/config';
import { SealedError, readSecret } from '../../../platform/keys';
import { BackupError } from '../backup.error';

const NAME = 'clientst0r.backup';

/** Made from the key of the checkpoints and never equal to it: a signed checkpoint is no manifest, nor the other way round. */
function pairOf(folder: string): { privateKey: KeyObject; publicKey: KeyObject } {
  const seed = hkdfSync('sha256', readSecret(folder, 'checkpoint-signing.key'), '', 'ST0R/backup-sign', 32);
  return signingKeyPair(createSecretKey(Buffer.from(seed)));
}

/** Signs a manifest, and keeps the public half in the data folder for whoever checks one. */
export function signed(settings: Settings, text: string): string {
  const { privateKey, publicKey } = pairOf(settings.SECRETS_DIR);
  const verifier = `${verifierKey(NAME, publicKey)}\n`;
  const path = publicHalf(settings);
  if (!existsSync(path) || readFileSync(path, 'utf8') !== verifier) writeFileSync(path, verifier, { mode: 0o644 });
  return signNote(text, NAME, privateKey);
}

const publicHalf = ({ DATA_DIR }: Settings): string => join(DATA_DIR, 'backup-signing.pub');

/** What signatures are checked with: a file somebody names, our own secret, or the public half kept here. */
export function verifierOf(settings: Settings, file?: string): string {
  if (file) return readFileSync(file, 'utf8').trim();
  try {
    return verifierKey(NAME, pairOf(settings.SECRETS_DIR).publicKey);
  } catch (error) {
    if (!(error instanceof SealedError)) throw error;
  }
  if (existsSync(publicHalf(settings))) return readFileSync(publicHalf(settings), 'utf8').trim();
  throw new BackupError(
    'Nothing here can tell who signed this backup. Put the keys back first (st0r keys recover), or name the public key: --signer backup-signing.pub',
  );
}

/** The text of a signed manifest; throws BackupError when this installation did not sign it. */
export function textOf(note: string, verifier: string, name: string): string {
  try {
    return openNote(note, verifier);
  } catch (error) {
    if (!(error instanceof SignedNoteError)) throw error;
    throw new BackupError(
      `The manifest of ${name} was not signed by this installation, or was changed. Do not use it.`,
    );
  }
}

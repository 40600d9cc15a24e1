import { Injectable } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import { assertRandomness, signingKeyPair, type Keyring } from '@st0r/crypto';
import { InjectSettings, type Settings } from '../config';
import { SealedError, readKeyringFile, readSecret } from './secret-files';

interface Opened {
  keyring: Keyring;
  pepper: KeyObject;
  auditMac: KeyObject;
  token: { privateKey: KeyObject; publicKey: KeyObject };
}

/** The installation's own keys, read from files once. Without them the process is sealed: it answers health and nothing else. */
@Injectable()
export class PlatformKeys {
  private readonly opened: Opened | undefined;
  private reason: string | null = null;

  constructor(@InjectSettings() settings: Settings) {
    try {
      assertRandomness();
      const folder = settings.SECRETS_DIR;
      this.opened = {
        keyring: readKeyringFile(folder),
        pepper: readSecret(folder, 'pepper.key'),
        auditMac: readSecret(folder, 'audit-mac.key'),
        token: signingKeyPair(readSecret(folder, 'token-signing.key')),
      };
    } catch (error) {
      if (!(error instanceof SealedError)) throw error;
      this.seal(error.message);
    }
  }

  /** Why the house is sealed; null while it is open. */
  get sealedBecause(): string | null {
    return this.reason;
  }

  /** Closes the house: a canary did not open, or a key is missing. Nothing falls back. */
  seal(reason: string): void {
    this.reason = reason;
  }

  get keyring(): Keyring {
    return this.keys.keyring;
  }
  get pepper(): KeyObject {
    return this.keys.pepper;
  }
  get auditMac(): KeyObject {
    return this.keys.auditMac;
  }
  get token(): Opened['token'] {
    return this.keys.token;
  }

  private get keys(): Opened {
    if (!this.opened) throw new SealedError(this.reason ?? 'The platform is sealed.');
    return this.opened;
  }
}

import type { KeyObject } from 'node:crypto';
import { KeyringError, assertRandomness, parseKeyring, type Keyring, type RootKeyStates } from '@st0r/crypto';
import type { Settings } from '../config';
import { rootKeyProvider, type RootKeyProvider } from './providers/root-key-provider';
import { SealedError } from './sealed-error';
import { readSecret } from './secret-files';
import { TokenRing } from './token-ring';

interface Secrets {
  pepper: KeyObject;
  auditMac: KeyObject;
  tokens: TokenRing;
}

interface Opened extends Secrets {
  /** As the provider gave it, and as the installation's states make of it. */
  given: Keyring;
  keyring: Keyring;
}

/** The installation's own keys, read once and again when the keyring changes. Without them the process is sealed. */
export class PlatformKeys {
  private opened: Opened | undefined;
  private reason: string | null = null;
  private states: RootKeyStates | undefined;
  private stamp = '';

  private constructor(readonly provider: RootKeyProvider) {}

  /** Reads every key; what is wrong with them seals the house instead of stopping it. */
  static async open(settings: Settings): Promise<PlatformKeys> {
    const keys = new PlatformKeys(rootKeyProvider(settings));
    try {
      assertRandomness();
      const given = await keys.read();
      keys.opened = { given, keyring: given, ...secretsOf(settings.SECRETS_DIR) };
    } catch (error) {
      if (!(error instanceof SealedError)) throw error;
      keys.seal(error.message);
    }
    return keys;
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
  get tokens(): TokenRing {
    return this.keys.tokens;
  }

  /** Puts the keys under the states the installation has decided; throws KeyringError when the active one is not here. */
  rule(states: RootKeyStates): void {
    const { keys } = this;
    keys.keyring = keys.given.ruledBy(states);
    this.states = states;
  }

  /** Reads the keyring again when it may have changed. One that cannot be used is refused, and the present one stays. */
  async reread(): Promise<void> {
    if (!this.opened || this.provider.stamp() === this.stamp) return;
    const given = await this.read();
    this.opened.keyring = this.states ? given.ruledBy(this.states) : given;
    this.opened.given = given;
  }

  private async read(): Promise<Keyring> {
    // Noted first: a keyring that cannot be used is not tried again before it changes.
    this.stamp = this.provider.stamp();
    const text = await this.provider.read();
    try {
      return parseKeyring(text);
    } catch (error) {
      if (!(error instanceof KeyringError)) throw error;
      throw new SealedError(`The root keyring (${this.provider.place}) cannot be used: ${error.message}`);
    }
  }

  private get keys(): Opened {
    if (!this.opened) throw new SealedError(this.reason ?? 'The platform is sealed.');
    return this.opened;
  }
}

const secretsOf = (folder: string): Secrets => ({
  pepper: readSecret(folder, 'pepper.key'),
  auditMac: readSecret(folder, 'audit-mac.key'),
  tokens: new TokenRing(folder),
});

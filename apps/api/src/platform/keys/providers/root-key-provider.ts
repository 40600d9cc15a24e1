import type { Settings } from '../../config';
import { ageProvider } from './age.provider';
import { envProvider } from './env.provider';
import { fileProvider } from './file.provider';
import { systemdProvider } from './systemd.provider';

/** Where the root keyring comes from. The key itself never goes further than the process that reads it here. */
export interface RootKeyProvider {
  /** How people call the place: a path, or a sentence. */
  readonly place: string;
  /** What everybody should know who sees this place in use; null when there is nothing to say. */
  readonly warning: string | null;
  /** Text of the keyring; throws SealedError with the way out. */
  read(): Promise<string>;
  /** Changes when the keyring may have; cheap enough to ask every few seconds. */
  stamp(): string;
  /** Puts a changed keyring in its place, whole or not at all; undefined where somebody else keeps it. */
  readonly replace?: (text: string) => Promise<void>;
}

const PROVIDERS = { file: fileProvider, systemd: systemdProvider, age: ageProvider, env: envProvider } as const;

/** The provider the settings name. */
export const rootKeyProvider = (settings: Settings): RootKeyProvider => PROVIDERS[settings.KEYRING_SOURCE](settings);

import { Injectable } from '@nestjs/common';
import { Log } from '../../http/log';
import { PlatformKeys } from '../platform-keys';
import { KeyUse } from '../data/key-use';
import { KeyEpoch } from './key-epoch';
import { RootRing } from './root-ring';

/** The ring, the epoch and the keyring, which a heartbeat brings up to date. */
@Injectable()
export class KeyWatch {
  constructor(
    private readonly keys: PlatformKeys,
    private readonly ring: RootRing,
    private readonly epoch: KeyEpoch,
    private readonly use: KeyUse,
    private readonly log: Log,
  ) {}

  /** Takes over a changed keyring, what was decided about it, and a new epoch; a keyring that got worse is only reported. */
  async look(): Promise<void> {
    await this.epoch.watch();
    await this.use.flush();
    if (this.keys.sealedBecause) return;
    try {
      await this.keys.reread();
    } catch (error) {
      this.log.error(`The keyring changed and was not taken over: ${(error as Error).message}`);
    }
    const reason = await this.ring.refresh();
    if (reason) this.keys.seal(reason);
  }

  /** What this process says about itself. */
  report(): { rootKeys: string; epoch: number; sealedBecause: string | null } {
    const { sealedBecause } = this.keys;
    const held = sealedBecause
      ? []
      : this.keys.keyring.versions.filter(({ version }) => this.keys.keyring.holds(version));
    return { rootKeys: JSON.stringify(held), epoch: this.epoch.present, sealedBecause };
  }

  /** Nothing was heard for too long. */
  blind(): void {
    this.epoch.forget();
  }
}

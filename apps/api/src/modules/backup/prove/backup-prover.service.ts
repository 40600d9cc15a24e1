import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../../platform/config';
import { SchemaDump } from '../../../platform/database';
import { PlatformKeys } from '../../../platform/keys';
import { ArchiveReader } from '../archive/archive-reader';
import { verifierOf } from '../archive/signing';
import { KEY_TABLES } from '../make/key-copy';
import { openTargets } from '../targets/open-target';
import { RestoredCopy, keyCopyIn, sourceOf } from './restored-copy';
import type { Proof } from './scratch-proof';

/** The secret halves a backup is tried with. Without one for the keys, those that are here are used. */
export interface ProofKeys {
  readonly data: readonly string[];
  readonly keys?: readonly string[];
}

/** Puts a backup back beside the installation and finds out whether it would bring everything back. */
@Injectable()
export class BackupProver {
  constructor(
    @InjectSettings() private readonly settings: Settings,
    private readonly keys: PlatformKeys,
  ) {}

  /** Proves the backup of a name, or the newest one; answers its name and what was found. */
  async prove(name: string | undefined, { data, keys }: ProofKeys): Promise<{ name: string; proof: Proof }> {
    const began = performance.now();
    const targets = openTargets(this.settings);
    const verifier = verifierOf(this.settings);
    const archive = await ArchiveReader.open(targets.data, name, { verifier, identities: data });
    const copied = keys && (await this.copyOf(archive.manifest.name, { verifier, identities: keys }));
    const copy = await RestoredCopy.open(this.settings, archive, 'application');
    try {
      const proof = await copy.prove(this.keys, copied ?? { rows: this.present(), keyring: this.keys.keyring });
      return {
        name: archive.manifest.name,
        proof: { ...proof, milliseconds: Math.round(performance.now() - began) },
      };
    } finally {
      await copy.close();
    }
  }

  private async copyOf(name: string, how: { verifier: string; identities: readonly string[] }) {
    return sourceOf(await keyCopyIn(await ArchiveReader.open(openTargets(this.settings).keys, name, how)));
  }

  /** The rows of the key tables as they are now. */
  private async *present(): AsyncGenerator<string> {
    const dump = await SchemaDump.open(this.settings);
    try {
      for (const table of KEY_TABLES) yield* dump.rows(table);
    } finally {
      await dump.end();
    }
  }
}

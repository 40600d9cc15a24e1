import { createHash } from 'node:crypto';
import { Readable, Transform, pipeline } from 'node:stream';
import { createZstdCompress } from 'node:zlib';
import type { Settings } from '../../../platform/config';
import type { BackupTarget } from '../targets/backup-target';
import { locked } from './age-lock';
import { MANIFEST, manifestText, type ArchiveObject, type Manifest, type ManifestFacts } from './manifest';
import { signed } from './signing';

/** Writes one backup file by file; it exists once its manifest is there. */
export class ArchiveWriter {
  private readonly objects: ArchiveObject[] = [];

  constructor(
    private readonly target: BackupTarget,
    private readonly name: string,
    /** Who may open it; of these, the manifest names those that last. */
    private readonly recipients: readonly string[],
  ) {}

  /** Compresses, locks and writes one file. */
  async add(
    object: Pick<ArchiveObject, 'file' | 'holds' | 'path'>,
    plain: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  ): Promise<void> {
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    const pressed = quietly(Readable.from(plain, { objectMode: true }), createZstdCompress());
    const out = quietly(await locked(pressed as Transform, this.recipients), counted);
    await this.target.put(`${this.name}/${object.file}`, out);
    this.objects.push({ ...object, bytes, sha256: hash.digest('hex') });
  }

  /** Writes the manifest: from here on it is a backup. */
  async finish(settings: Settings, facts: ManifestFacts): Promise<Manifest> {
    const manifest: Manifest = { format: 1, ...facts, objects: this.objects };
    const note = signed(settings, manifestText(manifest));
    await this.target.put(`${this.name}/${MANIFEST}`, Readable.from([Buffer.from(note)]));
    return manifest;
  }

  /** Takes back what was written. */
  async abandon(): Promise<void> {
    await this.target.remove(this.name);
  }
}

// Whoever reads the end of the line hears of every error before it.
const quietly = (from: Readable, to: Transform | ReturnType<typeof createZstdCompress>): Readable =>
  pipeline(from, to, () => undefined) as unknown as Readable;

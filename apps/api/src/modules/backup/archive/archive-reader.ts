import { createHash } from 'node:crypto';
import { Transform, pipeline, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createZstdDecompress } from 'node:zlib';
import { BackupDamaged, BackupError } from '../backup.error';
import type { BackupTarget } from '../targets/backup-target';
import { unlocked } from './age-lock';
import { MANIFEST, readManifest, wholeOnes, type ArchiveObject, type Manifest } from './manifest';
import { textOf } from './signing';

/** One backup as it lies at its target. Nothing of it is believed before its manifest was. */
export class ArchiveReader {
  private constructor(
    private readonly target: BackupTarget,
    readonly manifest: Manifest,
    private readonly identities: readonly string[],
  ) {}

  /** Opens the backup of a name, or the newest one. */
  static async open(
    target: BackupTarget,
    name: string | undefined,
    { verifier, identities = [] }: { verifier: string; identities?: readonly string[] },
  ): Promise<ArchiveReader> {
    const known = await wholeOnes(target);
    const chosen = name ?? known.at(-1);
    if (!chosen || !known.includes(chosen))
      throw new BackupError(`There is no ${chosen ? `backup ${chosen}` : 'backup'} at ${target.place}.`);
    const note = await text(await target.get(`${chosen}/${MANIFEST}`));
    return new ArchiveReader(target, readManifest(textOf(note, verifier, chosen), chosen), identities);
  }

  /** Every byte of all its files. */
  get bytes(): number {
    return this.manifest.objects.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  objects(holds: ArchiveObject['holds']): ArchiveObject[] {
    return this.manifest.objects.filter((object) => object.holds === holds);
  }

  /** Says what is missing or cut short, without a key. */
  async requireWhole(): Promise<void> {
    for (const { file, bytes } of this.manifest.objects) {
      const size = await this.target.size(`${this.manifest.name}/${file}`);
      const { name } = this.manifest;
      if (size === null) throw new BackupDamaged(name, `${file} of ${name} is missing.`);
      if (size !== bytes)
        throw new BackupDamaged(name, `${file} of ${name} is cut short or grew: ${size} of ${bytes} bytes.`);
    }
  }

  /** The content of one of its files. What was read counts only once the end was reached: then the hash agreed. */
  async *read(object: ArchiveObject): AsyncGenerator<Uint8Array> {
    try {
      const bytes = pipeline(
        await this.target.get(`${this.manifest.name}/${object.file}`),
        comparing(object, this.manifest.name),
        () => undefined,
      ) as unknown as Readable;
      const plain = await unlocked(bytes, this.identities);
      yield* pipeline(plain, createZstdDecompress(), () => undefined) as unknown as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw this.inWords(error, object);
    }
  }

  private inWords(error: unknown, { file }: ArchiveObject): unknown {
    const { message, code = '' } = error as NodeJS.ErrnoException;
    if (error instanceof BackupError) return error;
    if (/no identity matched/.test(message))
      return new BackupError(
        `This key does not open ${this.manifest.name}. It was locked for: ${this.manifest.recipients.join(', ')}.`,
      );
    if (
      /tag|HMAC|header|ciphertext|chunk|stanza|version line|invalid|unexpected/i.test(message) ||
      code.startsWith('ZSTD')
    )
      return damaged(file, this.manifest.name);
    return error;
  }
}

const damaged = (file: string, name: string): BackupDamaged =>
  new BackupDamaged(name, `${file} of ${name} is damaged: it is not what was signed.`);

function comparing({ file, sha256 }: ArchiveObject, name: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const right = hash.digest('hex') === sha256;
      done(right ? null : damaged(file, name));
    },
  });
}

import { Readable } from 'node:stream';
import type * as S3 from '@aws-sdk/client-s3';
import type { S3Place } from '../../../platform/config';
import { MANIFEST } from '../archive/manifest';
import { BackupError } from '../backup.error';
import { BACKUP_NAME, type BackupTarget } from './backup-target';
import { isAbsent, isNotOffered, s3Words } from './s3-words';
import { PATIENCE_MS, type TargetSecret } from './target-secret';

/** Ten thousand of them are what S3 takes: 160 GB for each file. */
const PART_BYTES = 16 * 1024 * 1024;
const PARTS_AT_A_TIME = 2;
/** Of each call; what a server that is overloaded refuses is tried again, later each time. */
const ATTEMPTS = 4;

/** A bucket of Amazon S3, or of a private server that speaks its language. */
export class S3Target implements BackupTarget {
  readonly kind = 's3';
  readonly place: string;
  private opened: S3.S3Client | undefined;

  constructor(
    private readonly at: S3Place,
    private readonly secret: TargetSecret,
    private readonly patience = PATIENCE_MS,
  ) {
    this.place = `s3://${at.bucket}/${at.prefix.slice(0, -1)}${at.endpoint ? ` at ${at.endpoint}` : ''}`;
  }

  async names(): Promise<string[]> {
    const { prefix } = this.at;
    const keys = await this.told(() => this.keys('', '/'));
    const names = keys.map((key) => key.slice(prefix.length).replace(/\/$/, ''));
    return names.filter((name) => BACKUP_NAME.test(name)).sort();
  }

  async unfinished(): Promise<string[]> {
    const uploads = await this.told(() => this.uploads(''));
    const names = uploads.map(({ key }) => key.slice(this.at.prefix.length).split('/')[0] ?? '');
    return [...new Set(names)].filter((name) => BACKUP_NAME.test(name)).sort();
  }

  // An object appears when all of it came, whether in one piece or in parts; parts of an upload that failed are given up.
  async put(path: string, bytes: Readable): Promise<void> {
    await this.told(async () => {
      const { client } = await this.sdk();
      const { Upload } = await import('@aws-sdk/lib-storage');
      const params = { ...this.object(path), Body: bytes };
      await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_A_TIME }).done();
    });
  }

  async get(path: string): Promise<Readable> {
    const { Body } = await this.told(async () => {
      const { client, GetObjectCommand } = await this.sdk();
      return client.send(new GetObjectCommand(this.object(path)));
    });
    return Readable.from(this.readOut(Body as Readable), { objectMode: false });
  }

  async size(path: string): Promise<number | null> {
    try {
      const { client, HeadObjectCommand } = await this.sdk();
      const { ContentLength } = await client.send(new HeadObjectCommand(this.object(path)));
      return ContentLength ?? 0;
    } catch (error) {
      if (isAbsent(error)) return null;
      throw this.words(error);
    }
  }

  // The manifest first: what is half removed is no backup.
  async remove(name: string): Promise<void> {
    await this.told(async () => {
      const { client, AbortMultipartUploadCommand, DeleteObjectCommand } = await this.sdk();
      const manifest = this.object(`${name}/${MANIFEST}`).Key;
      const keys = await this.keys(`${name}/`);
      for (const Key of [...new Set([manifest, ...keys])])
        await client.send(new DeleteObjectCommand({ Bucket: this.at.bucket, Key }));
      for (const { key, id } of await this.uploads(`${name}/`))
        await client.send(new AbortMultipartUploadCommand({ Bucket: this.at.bucket, Key: key, UploadId: id }));
    });
  }

  /** Keys below a path; with a delimiter, what looks like folders right below it. */
  private async keys(path: string, delimiter?: string): Promise<string[]> {
    const found: string[] = [];
    const { client, paginateListObjectsV2 } = await this.sdk();
    const pages = paginateListObjectsV2(
      { client },
      { Bucket: this.at.bucket, Prefix: this.at.prefix + path, Delimiter: delimiter },
    );
    for await (const { Contents = [], CommonPrefixes = [] } of pages)
      found.push(...Contents.map(({ Key }) => Key ?? ''), ...CommonPrefixes.map(({ Prefix }) => Prefix ?? ''));
    return found;
  }

  /** Uploads that were begun and neither completed nor given up, because the machine stopped. */
  private async uploads(path: string): Promise<{ key: string; id: string }[]> {
    try {
      const { client, ListMultipartUploadsCommand } = await this.sdk();
      const { Uploads = [] } = await client.send(
        new ListMultipartUploadsCommand({ Bucket: this.at.bucket, Prefix: this.at.prefix + path }),
      );
      return Uploads.map(({ Key = '', UploadId = '' }) => ({ key: Key, id: UploadId }));
    } catch (error) {
      // Some private servers do not tell; they forget such uploads by themselves.
      if (isNotOffered(error)) return [];
      throw error;
    }
  }

  private async *readOut(bytes: Readable): AsyncGenerator<Uint8Array> {
    try {
      yield* bytes as AsyncIterable<Uint8Array>;
    } catch {
      throw new BackupError(`The server broke off while the backup was read. Try again (${this.place})`);
    }
  }

  private object(path: string): { Bucket: string; Key: string } {
    return { Bucket: this.at.bucket, Key: this.at.prefix + path };
  }

  private async told<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw this.words(error);
    }
  }

  private words(error: unknown): unknown {
    const words = s3Words(error, this.at);
    return words ? new BackupError(`${words} (${this.place})`) : error;
  }

  /** Read when a bucket is used: eight megabytes nobody else needs. */
  private async sdk(): Promise<typeof S3 & { client: S3.S3Client }> {
    const sdk = await import('@aws-sdk/client-s3');
    this.opened ??= this.open(sdk);
    return { ...sdk, client: this.opened };
  }

  private open({ S3Client }: typeof S3): S3.S3Client {
    const [, accessKeyId, secretAccessKey] = /^([^\s:]+):(\S+)$/.exec(this.secret.text ?? '') ?? [];
    if (!accessKeyId || !secretAccessKey)
      throw new BackupError(
        `${this.secret.setting} does not hold what opens ${this.place}: access key id:secret access key`,
      );
    const { region, endpoint } = this.at;
    return new S3Client({
      region,
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: ATTEMPTS,
      requestHandler: { connectionTimeout: Math.min(10_000, this.patience), socketTimeout: this.patience },
      // The manifest has a hash of every file, and older servers refuse what they do not know.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }
}

/** The part of S3 that keeps files, on loopback and in memory. */
export class BucketServer {
  readonly keyId: string;
  secret: string;
  /** Objects of a page of a list. */
  pageSize: number;
  /** `http://127.0.0.1:40123` */
  readonly address: string;
  /** Bytes by key, of each bucket. */
  readonly buckets: Map<string, Map<string, Buffer>>;
  /** Multipart uploads nobody finished or gave up. */
  readonly uploads: Map<string, { bucket: string; key: string }>;
  /** What was asked: `PUT /bucket/key?partNumber=1`. */
  readonly calls: string[];
  /** Told each call; answers nothing, the code of an error, `hang`, or `broken` for half an answer. */
  meet: (call: string) => string | undefined;
  /** Awaited before each answer. */
  lag: () => Promise<void>;
  static start(...buckets: string[]): Promise<BucketServer>;
  keys(bucket: string): string[];
  stop(): Promise<void>;
}

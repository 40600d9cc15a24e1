import type { S3Place } from '../../../platform/config';

interface S3Failure {
  name?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number; attempts?: number };
}

const RIGHTS =
  's3:ListBucket, s3:ListBucketMultipartUploads, s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload';
const BY_NAME: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: 'The server does not know this access key',
  SignatureDoesNotMatch: 'The secret access key does not belong to this access key',
  RequestTimeTooSkewed: 'The clock of this machine is wrong, so that the server refuses every request: set it',
  AccessDenied: `The access key is not allowed to do this. It needs ${RIGHTS}`,
  QuotaExceeded: 'The place is full. Make room there, or prune; nothing was left half written',
  XMinioStorageFull: 'The place is full. Make room there, or prune; nothing was left half written',
};
const TLS = /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** True for an object that is not there. */
export const isAbsent = (error: unknown): boolean =>
  ['NotFound', 'NoSuchKey'].includes((error as S3Failure).name ?? '') ||
  ((error as S3Failure).$metadata?.httpStatusCode === 404 && (error as S3Failure).name !== 'NoSuchBucket');

/** True for a call a server does not offer. */
export const isNotOffered = (error: unknown): boolean =>
  [405, 501].includes((error as S3Failure).$metadata?.httpStatusCode ?? 0);

/**
 * What went wrong, for an operator; undefined for what is no failure of the place, as of the database that is read meanwhile.
 * Never what the server said: that may name a key.
 */
export function s3Words(error: unknown, { bucket, region }: S3Place): string | undefined {
  const { name = '', code = '', $metadata } = error as S3Failure;
  if (!$metadata) return undefined;
  const status = $metadata.httpStatusCode ?? 0;
  if (name === 'NoSuchBucket') return `There is no bucket ${bucket}. Make it there, or correct its name`;
  if (status === 301 || status === 307 || name === 'AuthorizationHeaderMalformed')
    return `The bucket ${bucket} is not in the region ${region}: name the right one, ?region=...`;
  return BY_NAME[name] ?? byStatus(status, name) ?? byCode(code, name);
}

function byStatus(status: number, name: string): string | undefined {
  if (status === 403) return BY_NAME['AccessDenied'];
  if (status === 404) return 'A file of the backup is not there';
  if (status === 503 || status === 429)
    return 'The server is overloaded and refused several tries. Nothing was left half written; try later';
  if (status >= 500) return `The server failed several times (${status}). Nothing was left half written; try later`;
  return status >= 300 ? `The server refuses (${status} ${name})` : undefined;
}

function byCode(code: string, name: string): string {
  if (name === 'TimeoutError' || code === 'ETIMEDOUT') return 'The server does not answer in time';
  if (TLS.test(code)) return `The certificate of the server is not trusted here (${code})`;
  return `The server cannot be reached, or broke off${code ? ` (${code})` : ''}`;
}

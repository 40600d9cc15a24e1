/** Where backups lie, as `BACKUP_TARGET` and `BACKUP_SAFE_TARGET` say it. */
export type BackupPlace = FolderPlace | S3Place | SftpPlace;

/** A folder of this machine, or of a disk or share that is mounted here. */
export interface FolderPlace {
  readonly kind: 'folder';
  readonly path: string;
}

/** A bucket of Amazon S3, or of another server that speaks its language. */
export interface S3Place {
  readonly kind: 's3';
  readonly bucket: string;
  /** Keys begin with it: empty, or ending in a slash. */
  readonly prefix: string;
  readonly region: string;
  /** Of a private server; its buckets are paths, not host names. */
  readonly endpoint: string | null;
}

/** A folder of another machine, reached by SSH. */
export interface SftpPlace {
  readonly kind: 'sftp';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly folder: string;
  /** Fingerprints the server may have, as ssh-keygen -l prints them. */
  readonly hostKeys: readonly string[];
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const BUCKET = /^[a-z0-9][a-z0-9._-]{1,62}$/i;
const REGION = /^[a-z0-9-]{1,40}$/;
const HOST_KEY = /^SHA256:[A-Za-z0-9+/]{43}$/;

/** Reads the setting; throws a sentence that says how to write it. Secrets are settings of their own. */
export function readBackupPlace(text: string): BackupPlace {
  if (!SCHEME.test(text)) return { kind: 'folder', path: text };
  const url = parsed(text);
  if (url.password)
    throw new Error('holds a password: secrets go to BACKUP_TARGET_SECRET and BACKUP_SAFE_TARGET_SECRET');
  if (url.protocol === 's3:') return s3Place(url);
  if (url.protocol === 'sftp:') return sftpPlace(url);
  throw new Error('is a folder, s3://bucket/folder?region=..., or sftp://user@host/folder?hostkey=SHA256:...');
}

function s3Place(url: URL): S3Place {
  const { region = 'us-east-1', endpoint = null, ...others } = wordsOf(url);
  requireKnown(others, 'region and endpoint');
  if (url.username || url.port || !BUCKET.test(url.hostname)) throw new Error('reads s3://bucket/folder?region=...');
  if (!REGION.test(region)) throw new Error(`"${region}" is no region`);
  if (endpoint !== null && !/^https?:\/\/[^\s/?#@]+\/?$/.test(endpoint))
    throw new Error('endpoint reads https://host:port, without a path');
  const folder = decodeURIComponent(url.pathname).replaceAll(/^\/+|\/+$/g, '');
  return { kind: 's3', bucket: url.hostname, prefix: folder && `${folder}/`, region, endpoint };
}

function sftpPlace(url: URL): SftpPlace {
  const { hostkey = '', ...others } = wordsOf(url);
  requireKnown(others, 'hostkey');
  const hostKeys = hostkey.split(',').filter(Boolean);
  if (!url.username || !url.hostname || url.pathname.length < 2)
    throw new Error('reads sftp://user@host:22/folder?hostkey=SHA256:...');
  if (hostKeys.length === 0 || !hostKeys.every((key) => HOST_KEY.test(key)))
    throw new Error(
      `names the server's key, as ssh-keygen -l prints it: ?hostkey=SHA256:... (ssh-keyscan -t ed25519 ${url.hostname} | ssh-keygen -lf -)`,
    );
  return {
    kind: 'sftp',
    host: url.hostname.replaceAll(/^\[|\]$/g, ''),
    port: Number(url.port) || 22,
    user: decodeURIComponent(url.username),
    folder: decodeURIComponent(url.pathname).replace(/\/+$/, ''),
    hostKeys,
  };
}

function parsed(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new Error('is no complete address');
  }
}

/** Not URLSearchParams: that takes the plus of a fingerprint for a blank. */
function wordsOf({ search }: URL): Record<string, string> {
  const pairs = search.slice(1).split('&').filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(decodeURIComponent)));
}

function requireKnown(others: Record<string, string>, known: string): void {
  const [name] = Object.keys(others);
  if (name !== undefined) throw new Error(`"${name}" means nothing here; known: ${known}`);
}

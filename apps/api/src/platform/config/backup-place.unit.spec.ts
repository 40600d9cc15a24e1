import { describe, expect, it } from 'vitest';
import { readBackupPlace } from './backup-place';
import { readSettings } from './settings';

const KEY = 'SHA256:kO6/r+Zt0m+Vw4Y3pP0c8fJq7sTn1uXbLh5dGa2eRyM';

describe('where backups go', () => {
  it('is a folder, a bucket or a folder of another machine', () => {
    expect(readBackupPlace('/mnt/far')).toEqual({ kind: 'folder', path: '/mnt/far' });
    expect(readBackupPlace('s3://Acme-backups/st0r/night/?region=eu-central-1')).toEqual({
      kind: 's3',
      bucket: 'Acme-backups',
      prefix: 'st0r/night/',
      region: 'eu-central-1',
      endpoint: null,
    });
    expect(readBackupPlace('s3://backups?endpoint=https://minio.lan:9000')).toMatchObject({
      prefix: '',
      region: 'us-east-1',
      endpoint: 'https://minio.lan:9000',
    });
    expect(readBackupPlace(`sftp://st0r@[fd00::7]:2222/srv/our%20backups/?hostkey=${KEY},${KEY}`)).toEqual({
      kind: 'sftp',
      host: 'fd00::7',
      port: 2222,
      user: 'st0r',
      folder: '/srv/our backups',
      hostKeys: [KEY, KEY],
    });
  });

  it.each([
    ['ftp://somewhere/else', 'is a folder, s3://'],
    ['s3://key:secret@backups', 'secrets go to BACKUP_TARGET_SECRET'],
    ['s3://', 'reads s3://bucket'],
    ['s3://backups?region=EU CENTRAL', 'is no region'],
    ['s3://backups?endpoint=minio:9000', 'endpoint reads https://host:port'],
    ['s3://backups?secret=abc', '"secret" means nothing here; known: region and endpoint'],
    ['sftp://far.example/srv', 'reads sftp://user@host'],
    ['sftp://st0r@far.example/', 'reads sftp://user@host'],
    ['sftp://st0r@far.example/srv', 'ssh-keyscan -t ed25519 far.example'],
    ['sftp://st0r@far.example/srv?hostkey=MD5:aa', 'names the server'],
  ])('%s is refused, and how to write it is said', (text, words) => {
    expect(() => readBackupPlace(text)).toThrow(words);
    expect(() => readSettings({ BACKUP_SAFE_TARGET: text })).toThrow(words);
  });
});

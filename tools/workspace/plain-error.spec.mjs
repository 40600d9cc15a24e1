import { describe, expect, it } from 'vitest';
import { installCommands } from './debian.mjs';
import { plainSystemError } from './plain-error.mjs';

describe('a failure told to a person', () => {
  it.each([
    [{ code: 'ENOSPC', message: 'write' }],
    [{ output: 'npm error nospc ENOSPC: no space left on device' }],
    [{ output: "OS error: 28 'No space left on device'" }],
  ])('names a full disk for what it is: %j', (error) => {
    expect(plainSystemError(error, '/srv/data').message).toBe('There is no space left on /srv/data.');
  });

  it('leaves an unknown failure alone', () => {
    expect(plainSystemError(new Error('something else'))).toBeUndefined();
  });

  it('gives the exact commands when the packages may not be installed for you', () => {
    expect(installCommands(['mariadb-server-core'])).toEqual([
      'sudo apt-get update',
      'sudo apt-get install -y --no-install-recommends mariadb-server-core',
    ]);
  });
});

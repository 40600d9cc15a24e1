import { describe, expect, it, vi } from 'vitest';
import { SftpCalls } from './sftp-calls';
import { sftpWords } from './sftp-words';

describe('a question to a server', () => {
  it('is given up when no answer comes, with all that wait, and the connection with them', async () => {
    const silent = vi.fn();
    const far = new SftpCalls({} as never, 20, silent);
    const asked = [far.ask(() => undefined), far.ask(() => undefined)];
    const ends = await Promise.allSettled(asked);
    expect(ends.map((end) => sftpWords((end as PromiseRejectedResult).reason))).toEqual([
      'The server does not answer in time',
      'The server does not answer in time',
    ]);
    expect(silent).toHaveBeenCalledOnce();
    await expect(far.ask(() => undefined)).rejects.toThrow('No response from server');
  });

  it('that is answered is waited for no longer', async () => {
    const silent = vi.fn();
    const far = new SftpCalls({} as never, 20, silent);
    expect(await far.ask<string>((_, done) => done(null, 'here'))).toBe('here');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(silent).not.toHaveBeenCalled();
  });

  it.each([
    ['(SSH) Channel open failure: open failed', 'offers it no SFTP now'],
    ['Unable to start subsystem: sftp', 'offers it no SFTP now'],
    ['Handshake failed: no matching host key format', 'know no common way to talk'],
  ])('that ends with "%s" is told in words', (message, words) => {
    expect(sftpWords(new Error(message))).toContain(words);
  });
});

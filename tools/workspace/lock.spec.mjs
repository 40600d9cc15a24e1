import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockHolder, takeLock, underLock } from './lock.mjs';

describe('the lock of a running start', () => {
  let folder;
  let file;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'st0r-lock-'));
    file = join(folder, 'start.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is held by one at a time, and says by whom', () => {
    const release = takeLock(file, 'npm start');
    expect(takeLock(file, 'npm start')).toBeUndefined();
    expect(lockHolder(file)).toMatchObject({ pid: process.pid, purpose: 'npm start' });
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('is waited for by whoever works under it, and given back also by work that fails', async () => {
    const release = takeLock(file, 'npm start');
    const worked = [];
    const waiting = underLock(file, 'tests', () => worked.push('second') && 'done');
    worked.push('first');
    release();
    expect(await waiting).toBe('done');
    expect(worked).toEqual(['first', 'second']);
    await expect(underLock(file, 'tests', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('is taken over from a killed process', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, JSON.stringify({ pid, startMark: '1', purpose: 'npm start' }));
    expect(takeLock(file, 'npm start')).toBeTypeOf('function');
    expect(lockHolder(file).pid).toBe(process.pid);
  });

  it('is taken over when the number of the killed process now belongs to a stranger', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, startMark: 'another life', purpose: 'npm start' }));
    expect(takeLock(file, 'npm start')).toBeTypeOf('function');
  });

  it('is taken over when a full disk left it empty', () => {
    writeFileSync(file, '');
    expect(takeLock(file, 'npm start')).toBeTypeOf('function');
  });

  it('leaves nothing else behind', () => {
    takeLock(file, 'npm start');
    takeLock(file, 'npm start');
    expect(readdirSync(folder)).toEqual(['start.lock']);
  });
});

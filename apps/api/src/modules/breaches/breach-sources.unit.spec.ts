import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../platform/config';
import type { Log } from '../../platform/http';
import type { Outgoing } from '../../platform/outgoing';
import { countInRange } from './breach-source';
import { BreachedPasswords } from './breached-passwords';
import { RangeFolder } from './range-folder';
import { SortedFile } from './sorted-file';

const SAMPLE = join(process.cwd(), '../shared/data/vault/keepassxc/hibp.txt');
const hashOf = (word: string): string => createHash('sha1').update(word).digest('hex').toUpperCase();
/** Hashes of 400 words with a count that tells which word it was. */
const KNOWN = [
  ...Array.from({ length: 400 }, (_, n) => ({ hash: hashOf(`word ${n}`), count: n + 1 })),
  // The whole collection reaches from one end to the other.
  { hash: `${'F'.repeat(38)}10`, count: 401 },
].toSorted((a, b) => (a.hash < b.hash ? -1 : 1));

/** The list at this place, with what it has said in the log. */
function aList(place: string): { list: BreachedPasswords; said: string[] } {
  const said: string[] = [];
  const log = { warn: (text: string) => said.push(text) } as unknown as Log;
  return { list: new BreachedPasswords({ BREACH_LIST: place } as Settings, {} as Outgoing, log), said };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'breaches-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['CRLF', '\r\n'],
  ['LF', '\n'],
])('one sorted file with %s', (name, end) => {
  const path = () => join(folder, `sorted-${name}.txt`);
  beforeAll(() => writeFileSync(path(), KNOWN.map(({ hash, count }) => `${hash}:${count}`).join(end) + end));

  it('gives every hash in it its own count, the first and the last included', async () => {
    const file = new SortedFile(path());
    for (const { hash, count } of KNOWN) expect(await file.count(hash)).toBe(count);
  });

  it('gives none to what lies between, before and after', async () => {
    const file = new SortedFile(path());
    for (const hash of ['0'.repeat(40), 'F'.repeat(40), ...Array.from({ length: 100 }, (_, n) => hashOf(`other ${n}`))])
      expect(await file.count(hash)).toBe(0);
  });
});

describe('one sorted file', () => {
  const written = (text: string): SortedFile => {
    const path = join(folder, 'odd.txt');
    writeFileSync(path, text);
    return new SortedFile(path);
  };

  it('needs no end of line at its end, and may hold one hash alone', async () => {
    const [{ hash } = { hash: '' }] = KNOWN;
    expect(await written(`${hash}:7`).count(hash)).toBe(7);
    expect(await written(`${hash}:7`).count('0'.repeat(40))).toBe(0);
  });

  it('is no answer when it was cut off, is in another order or has a hole', async () => {
    const lines = KNOWN.map(({ hash, count }) => `${hash}:${count}\n`);
    const half = lines.slice(0, 200).join('');
    await expect(written(half).count(KNOWN[300]?.hash ?? '')).rejects.toThrow('ends before its end');
    const often = KNOWN.toSorted((a, b) => a.count - b.count).map(({ hash, count }) => `${hash}:${count}\n`);
    const asked = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => written(often.join('')).count(hashOf(`other ${n}`))),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    const holed = half + '\0'.repeat(20_000) + lines.slice(200).join('');
    await expect(written(holed).count(KNOWN[220]?.hash ?? '')).rejects.toThrow('format');
  });

  it('says that it cannot be asked when it is empty, missing or something else', async () => {
    for (const text of ['', '<html>'.repeat(100), `${'Z'.repeat(40)}:1\n`])
      await expect(written(text).count(hashOf('word 1'))).rejects.toThrow();
    await expect(new SortedFile(join(folder, 'nowhere.txt')).count(hashOf('word 1'))).rejects.toThrow();
  });
});

describe('a folder of ranges', () => {
  it('is asked for the one file of the first five digits', async () => {
    const hash = hashOf('word 1');
    writeFileSync(join(folder, `${hash.slice(0, 5)}.txt`), `${'0'.repeat(35)}:3\r\n${hash.slice(5)}:42\r\n`);
    const ranges = new RangeFolder(folder);
    expect(await ranges.count(hash)).toBe(42);
    expect(await ranges.count(`${hash.slice(0, 5)}${'1'.repeat(35)}`)).toBe(0);
    await expect(ranges.count(hashOf('a range that is not there'))).rejects.toThrow();
  });

  it('leaves no digit of a hash in the log where a range is missing', async () => {
    const refused = await new RangeFolder(folder).count(hashOf('nowhere')).catch((error: Error) => error);
    expect(refused).toMatchObject({ message: 'A range of the breached passwords cannot be read (ENOENT).' });
    expect((refused as Error).cause).toBeUndefined();
    const { list, said } = aList(folder);
    expect(await list.check('nowhere')).toEqual({ status: 'unknown', times: 0 });
    expect(said).toHaveLength(1);
    expect(said.join().toUpperCase()).not.toContain(hashOf('nowhere').slice(0, 5));
  });
});

describe('many questions', () => {
  it('end at once where there is no list, with one line in the log', async () => {
    const { list, said } = aList(join(folder, 'gone'));
    const questions = list.questions();
    expect([await questions.check('one'), questions.over]).toEqual([{ status: 'unknown', times: 0 }, true]);
    await questions.check('two');
    expect(said).toHaveLength(1);
  });

  it('end after five that were not answered, one after the other, with one line for each reason', async () => {
    const ranges = join(folder, 'ranges');
    mkdirSync(ranges);
    writeFileSync(join(ranges, `${hashOf('known').slice(0, 5)}.txt`), `${'0'.repeat(35)}:3\n`);
    const { list, said } = aList(ranges);
    const questions = list.questions();
    for (const word of ['1', '2', '3', '4', 'known', '5', '6', '7', '8']) await questions.check(word);
    expect([questions.over, said.length]).toEqual([false, 1]);
    writeFileSync(join(ranges, `${hashOf('9').slice(0, 5)}.txt`), '');
    await questions.check('9');
    expect([questions.over, said.length]).toEqual([true, 2]);
  });
});

describe('the text of a range', () => {
  it('counts nothing for padding, and is not believed when it is something else', () => {
    const suffix = 'A'.repeat(35);
    expect(countInRange(`${suffix}:0\r\n${'B'.repeat(35)}:9`, suffix)).toBe(0);
    for (const text of ['<html>Sign in to the hotel</html>', `${suffix}:many`, `${suffix.slice(1)}:4`])
      expect(() => countInRange(text, suffix)).toThrow();
  });
});

describe.skipIf(!existsSync(SAMPLE))('a sample of the real collection', () => {
  it('is read as it is, once its lines are in order', async () => {
    const lines = readFileSync(SAMPLE, 'latin1').split(/\r?\n/).filter(Boolean);
    const path = join(folder, 'sample.txt');
    writeFileSync(path, lines.toSorted().join('\r\n'));
    for (const line of lines) {
      const [hash = '', count] = line.split(':');
      expect(await new SortedFile(path).count(hash.toUpperCase())).toBe(Number(count));
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockKit, NEEDED, openKit, PARTS } from './kit-lock';
import { printedPart, readPart } from './kit-part';

const content = { 'keyring.json': '{"keys":[]}', 'pepper.key': 'cGVwcGVy\n' };

describe('a recovery kit', () => {
  it('opens with any three of its five parts, in any order', async () => {
    const { file, parts } = await lockKit(content);
    expect([parts.length, PARTS, NEEDED]).toEqual([5, 5, 3]);
    for (let a = 0; a < 5; a += 1)
      for (let b = 0; b < 5; b += 1)
        for (let c = 0; c < 5; c += 1)
          if (new Set([a, b, c]).size === 3)
            expect(await openKit(file, [parts[a]!, parts[b]!, parts[c]!])).toEqual(content);
  });

  it('does not open with two, nor with two of which one is typed twice', async () => {
    const { file, parts } = await lockKit(content);
    await expect(openKit(file, parts.slice(0, 2))).rejects.toThrow('3 different parts open a kit; these are 2.');
    await expect(openKit(file, [parts[0]!, parts[1]!, parts[1]!])).rejects.toThrow('these are 2');
  });

  it('shows neither a secret nor its passphrase in the file', async () => {
    const { file, parts } = await lockKit(content);
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    expect(Buffer.from(file.replaceAll(/-----[^-]+-----|\n/g, ''), 'base64').toString('latin1')).not.toContain(
      'pepper',
    );
    expect(new Set(parts).size).toBe(5);
  });

  it('says which part has a typing mistake, and which belong to another kit', async () => {
    const [one, other] = [await lockKit(content), await lockKit(content)];
    const wrong = one.parts[0]!.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    await expect(openKit(one.file, [wrong, one.parts[1]!, one.parts[2]!])).rejects.toThrow('typing mistake');
    await expect(openKit(one.file, [one.parts[0]!, other.parts[1]!, one.parts[2]!])).rejects.toThrow('different kits');
    await expect(openKit(one.file, other.parts.slice(0, 3))).rejects.toThrow('do not open this file');
    await expect(openKit(one.file, ['#', '', ''])).rejects.toThrow('No part of a kit has the character #');
  });
});

describe('a printed part', () => {
  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.uint8Array({ minLength: 2, maxLength: 2 }),
        (bytes, kit) => {
          const part = { kit: Buffer.from(kit).toString('hex'), bytes };
          const typed = printedPart(part).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll(' ', '-');
          expect(readPart(typed)).toEqual(part);
        },
      ),
    );
  });

  it('notices any one wrong character', () => {
    const text = printedPart({ kit: 'beef', bytes: new Uint8Array(21).fill(37) }).replaceAll(' ', '');
    let passed = 0;
    for (let at = 0; at < text.length; at += 1) {
      const wrong = `${text.slice(0, at)}${text[at] === 'Z' ? 'Y' : 'Z'}${text.slice(at + 1)}`;
      try {
        readPart(wrong);
        passed += 1;
      } catch {
        // As it should be.
      }
    }
    expect(passed).toBe(0);
  });
});

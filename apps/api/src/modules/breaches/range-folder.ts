import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RANGE_DIGITS, countInRange, type BreachSource } from './breach-source';

/** A folder of ranges: `00000.txt` to `FFFFF.txt`. */
export class RangeFolder implements BreachSource {
  constructor(private readonly folder: string) {}

  async count(hash: string): Promise<number> {
    const text = await readFile(join(this.folder, `${hash.slice(0, RANGE_DIGITS)}.txt`), 'latin1');
    if (text.trim() === '') throw new Error('A range of the breached passwords is empty.');
    return countInRange(text, hash.slice(RANGE_DIGITS));
  }
}

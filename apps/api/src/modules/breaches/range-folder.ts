import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RANGE_DIGITS, countInRange, type BreachSource } from './breach-source';

/** A folder of ranges: `00000.txt` to `FFFFF.txt`. */
export class RangeFolder implements BreachSource {
  constructor(private readonly folder: string) {}

  async count(hash: string): Promise<number> {
    const text = await this.read(hash.slice(0, RANGE_DIGITS));
    if (text.trim() === '') throw new Error('A range of the breached passwords is empty.');
    return countInRange(text, hash.slice(RANGE_DIGITS));
  }

  private async read(range: string): Promise<string> {
    try {
      return await readFile(join(this.folder, `${range}.txt`), 'latin1');
    } catch (error) {
      // Neither its message nor itself as the cause: both name the file, and with it five digits of a hash.
      const { code = 'unreadable' } = error as NodeJS.ErrnoException;
      throw new Error(`A range of the breached passwords cannot be read (${code}).`);
    }
  }
}

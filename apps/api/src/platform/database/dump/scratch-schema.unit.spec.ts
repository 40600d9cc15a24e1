import { describe, expect, it } from 'vitest';
import type { DumpConnection } from './connection';
import { madeBeside } from './scratch-schema';

describe('a schema that may not be made', () => {
  it.each([
    ['st0r@localhost', 'localhost'],
    ['pro@duct@10.0.0.%', '10.0.0.%'],
  ])('is told to %s with the command that gives the right at its own host', async (account, host) => {
    const ask = (sql: string) =>
      sql.startsWith('SELECT') ? Promise.resolve([{ account }]) : Promise.reject(new Error('Access denied for user'));
    await expect(madeBeside({ ask } as unknown as DumpConnection, 'st0r_verify')).rejects.toThrow(
      `The account ${account} may not make the schema st0r_verify. Run what "st0r database accounts --at ${host}" prints`,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { databaseElsewhere } from '../install/database.mjs';

const elsewhere = (text) => databaseElsewhere({ read: () => text });

describe('a database of another machine', () => {
  it.each([
    ['DATABASE_HOST=10.0.0.11\n', true],
    ['DATABASE_HOST=db1,db2:3307,[fd00::3]\n', true],
    ['DATABASE_HOST=localhost,db2\n', true],
    ['DATABASE_URL=mysql://st0r:p@ss@db.example:3306/st0r\n', true],
    ['DATABASE_HOST=10.0.0.11\nDATABASE_SOCKET=/run/mysqld/mysqld.sock\n', false],
    ['DATABASE_HOST=127.0.0.1\n', false],
    ['DATABASE_HOST="localhost:3307"\n', false],
    ['DATABASE_URL=mysql://st0r:p@[::1]:3306/st0r\n', false],
    ['# DATABASE_HOST=10.0.0.11\n', false],
    [undefined, false],
  ])('is in %j: %s', (text, is) => expect(elsewhere(text)).toBe(is));
});

import { describe, expect, it } from 'vitest';
import { databaseAccount, readSettings } from '.';
import { hostWords, readDatabaseHosts, readDatabaseUrl, withSchema } from './database-hosts';

describe('the servers of the database', () => {
  it('are one, or several in the order they are tried', () => {
    expect(readDatabaseHosts('db1').map(hostWords)).toEqual(['db1:3306']);
    expect(readDatabaseHosts('fd00::3').map(hostWords)).toEqual(['[fd00::3]:3306']);
    expect(readDatabaseHosts('db1, db2:3307,[fd00::3]:3308,10.0.0.4', 3310).map(hostWords)).toEqual([
      'db1:3310',
      'db2:3307',
      '[fd00::3]:3308',
      '10.0.0.4:3310',
    ]);
  });

  it.each(['', 'db1,', 'db1:0', 'db1:70000', 'db 1', 'db1:x', 'fd00::3,fd00::4'])('are not "%s"', (text) => {
    expect(() => readDatabaseHosts(text)).toThrow('names servers like this: db1,db2:3307,[fd00::3]');
  });

  it('are each named once', () => {
    expect(() => readDatabaseHosts('db1,db2,db1:3306')).toThrow('names the same server twice');
  });

  it('may stand in one address with the account and the schema', () => {
    expect(readDatabaseUrl('mysql://ann:p%40ss:w@rd@db1,db2:3307/house')).toEqual({
      hosts: [
        { host: 'db1', port: 3306 },
        { host: 'db2', port: 3307 },
      ],
      user: 'ann',
      password: 'p@ss:w@rd',
      database: 'house',
    });
    expect(withSchema('mysql://ann:p%40ss@db1,db2:3307/house', 'house_verify')).toBe(
      'mysql://ann:p%40ss@db1,db2:3307/house_verify',
    );
  });

  it.each(['mysql://db1', 'mysql://ann:secret@db1/', 'mysql://ann:secret@db1:x/house', 'mysql://ann:%@db1/house'])(
    'are refused without repeating the password',
    (DATABASE_URL) => {
      expect(() => readSettings({ DATABASE_URL })).toThrow(/^(?!.*secret)[^]*DATABASE_URL/);
    },
  );

  it('are the same for every account', () => {
    const settings = readSettings({ DATABASE_HOST: 'db1,db2', DATABASE_PORT: '3310' });
    for (const role of ['application', 'migration', 'retention', 'administrator'] as const)
      expect(databaseAccount(settings, role).hosts.map(hostWords)).toEqual(['db1:3310', 'db2:3310']);
  });
});

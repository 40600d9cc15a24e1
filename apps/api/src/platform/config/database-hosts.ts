import { isIPv6 } from 'node:net';

/** One server of the database. */
export interface DatabaseHost {
  readonly host: string;
  readonly port: number;
}

/** What an address of a database says. */
export interface DatabaseAddress {
  readonly hosts: readonly DatabaseHost[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

const HOST = /^(?:\[([0-9a-fA-F:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/;
const ADDRESS = /^mysql:\/\/(?:(.*)@)?([^@/?#]+)\/([^/?#]+)/;

/** Servers in the order they are tried, `db1,db2:3307,[fd00::3]`. Throws with what is wrong about them. */
export function readDatabaseHosts(text: string, port = 3306): DatabaseHost[] {
  if (isIPv6(text.trim())) return [{ host: text.trim(), port }];
  const hosts = text.split(',').map((one) => {
    const [, address, name, own = String(port)] = HOST.exec(one.trim()) ?? [];
    const host = address ?? name;
    if (!host || Number(own) < 1 || Number(own) > 65_535)
      throw new Error('names servers like this: db1,db2:3307,[fd00::3]');
    return { host, port: Number(own) };
  });
  const names = hosts.map(hostWords);
  if (new Set(names).size < names.length) throw new Error('names the same server twice');
  return hosts;
}

/** `mysql://user:password@db1,db2:3307/name`. Throws without repeating it, for it holds a password. */
export function readDatabaseUrl(text: string): DatabaseAddress {
  const [, account = '', hosts = '', database = ''] = ADDRESS.exec(text) ?? [];
  if (database === '') throw new Error('looks like this: mysql://user:password@host:3306/database');
  const [user = '', ...password] = account.split(':');
  try {
    return {
      hosts: readDatabaseHosts(hosts),
      user: decodeURIComponent(user),
      password: decodeURIComponent(password.join(':')),
      database: decodeURIComponent(database),
    };
  } catch (error) {
    if (error instanceof URIError) throw new Error('holds a % that is not followed by two digits: write %25');
    throw error;
  }
}

/** The same address with another schema. */
export const withSchema = (text: string, schema: string): string =>
  text.replace(ADDRESS, (whole) => `${whole.slice(0, whole.lastIndexOf('/'))}/${encodeURIComponent(schema)}`);

/** A server as people write it. */
export const hostWords = ({ host, port }: DatabaseHost): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

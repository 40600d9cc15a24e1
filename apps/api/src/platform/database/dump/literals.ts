import { escape } from 'mysql2';

/** A column as the database describes it. */
export interface DumpColumn {
  readonly name: string;
  readonly type: string;
}

const NUMBERS = /^(?:tinyint|smallint|mediumint|int|bigint|decimal|float|double|year)$/;
const BYTES = /^(?:binary|varbinary|tinyblob|blob|mediumblob|longblob|bit)$/;

/** How the bytes of a value, as the database sends them, are written in a statement. */
export function literalOf({ type }: DumpColumn): (bytes: Buffer) => string {
  if (NUMBERS.test(type)) return (bytes) => bytes.toString('latin1');
  if (BYTES.test(type)) return (bytes) => `X'${bytes.toString('hex')}'`;
  return (bytes) => escape(bytes.toString('utf8'));
}

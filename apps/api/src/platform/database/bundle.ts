import type { Statement } from './statement';

/**
 * Stands before whatever belongs to a transaction that was begun in an earlier trip. A node of a Galera cluster takes a
 * transaction back for the sake of another one, and is to say so in its next answer; MariaDB 10.11 was seen to forget that
 * where it happened in the very moment between two trips. Whatever follows would then commit by itself, statement by
 * statement, without what came before it. Refused as the conflict it is.
 */
export const STILL_OPEN: Statement = {
  text: `IF @@in_transaction = 0 THEN SIGNAL SQLSTATE '40001'
    SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'the transaction was taken back without a word'; END IF`,
  params: [],
};

/** Several statements in one trip; after one that is refused, none comes to pass. */
export const bundleOf = (statements: readonly Statement[]): Statement => ({
  text: `BEGIN NOT ATOMIC ${statements.map(({ text }) => text).join('; ')}; END`,
  params: statements.flatMap(({ params }) => params),
});

/** The three accounts of one schema; names are at most 32 characters and safe inside quotes. */
export const accountNames = (schema) => ({
  migration: `${schema}_migration`,
  application: `${schema}_application`,
  retention: `${schema}_retention`,
});

const quote = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** Statement that sets the password of the administrator account. */
export const administratorStatement = (password) => `ALTER USER 'root'@'localhost' IDENTIFIED BY ${quote(password)}`;

/**
 * Statements that create a schema and bring its three accounts to these passwords; safe to repeat at every start.
 * The accounts sign in from this machine, or from `host`, a pattern of the database's own such as '%'.
 * The migration account owns the schema and may pass rights on; the other two get theirs from the migrations,
 * table by table and column by column, so that the application can never rewrite the audit trail.
 */
export function schemaStatements(schema, passwords, { names = accountNames(schema), host = 'localhost' } = {}) {
  const account = (role) => `${quote(names[role])}@${quote(host)}`;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    ...Object.keys(names).flatMap((role) => [
      `CREATE USER IF NOT EXISTS ${account(role)} IDENTIFIED BY ${quote(passwords[role])}`,
      `ALTER USER ${account(role)} IDENTIFIED BY ${quote(passwords[role])}`,
    ]),
    `GRANT ALL PRIVILEGES ON \`${schema}\`.* TO ${account('migration')} WITH GRANT OPTION`,
    // Backups are tried out in a schema beside it, and a restore keeps what was there until it is done.
    ...['application', 'migration'].map(
      (role) => `GRANT ALL PRIVILEGES ON ${beside(schema, 'verify')}.* TO ${account(role)}`,
    ),
    `GRANT ALL PRIVILEGES ON ${beside(schema, 'before')}.* TO ${account('migration')}`,
  ];
}

// In a grant, _ would stand for any letter.
const beside = (schema, purpose) => `\`${schema}_${purpose}\``.replaceAll('_', '\\_');

/** Statements that remove a schema and its accounts. */
export const dropStatements = (schema) => [
  ...[schema, `${schema}_verify`, `${schema}_before`].map((name) => `DROP DATABASE IF EXISTS \`${name}\``),
  ...Object.values(accountNames(schema)).map((name) => `DROP USER IF EXISTS ${quote(name)}@'localhost'`),
];

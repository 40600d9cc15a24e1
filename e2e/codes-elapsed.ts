import { readFileSync } from 'node:fs';
import { createConnection } from 'mysql2/promise';

/**
 * Lets every code that was shown to this product count as long ago. No code is taken twice, and one is new every half a
 * minute: journeys that sign the same person in one after the other would mostly wait.
 */
export async function codesElapsed(env: NodeJS.ProcessEnv): Promise<void> {
  const connection = await createConnection({
    socketPath: env['DATABASE_SOCKET'],
    user: env['MIGRATION_DATABASE_USER'],
    password: readFileSync(env['MIGRATION_DATABASE_PASSWORD_FILE'] ?? '', 'utf8').trim(),
    database: env['DATABASE_NAME'],
  });
  try {
    await connection.query('UPDATE user_totp SET last_step = 0');
  } finally {
    await connection.end();
  }
}

import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createPool } from 'mysql2/promise';
import { houseCrypto, houseSecrets } from './house-crypto.mjs';
import { FloorAssets } from './floor/assets.mjs';
import { FloorWrites } from './floor/writes.mjs';

/** What the same work costs without a product around it: node:http, mysql2, prepared statements, nothing else. */
async function main(env) {
  const pool = createPool({
    socketPath: env.DATABASE_SOCKET,
    // The account that owns the tables: that of the application meets their rows through the views of the product alone.
    user: env.MIGRATION_DATABASE_USER,
    password: readFileSync(env.MIGRATION_DATABASE_PASSWORD_FILE, 'utf8').trim(),
    database: env.DATABASE_NAME,
    connectionLimit: 8,
    dateStrings: true,
    jsonStrings: true,
    timezone: 'Z',
    maxPreparedStatements: 500,
  });
  const crypto = await houseCrypto();
  const tools = { crypto, secrets: houseSecrets(crypto, env.SECRETS_DIR) };
  const acts = actsOf(new FloorAssets(pool), new FloorWrites(pool, tools));
  const server = createServer((request, response) => void answer(acts, request, response));
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
  // Whoever started us is gone: nobody would ever stop us.
  process.on('disconnect', () => process.exit(0));
}

const actsOf = (assets, writes) => ({
  '/key': (facts) => assets.key(facts),
  '/bare': (facts) => assets.bare(facts),
  '/list': (facts) => assets.list(facts),
  '/everywhere': (facts) => assets.everywhere(facts),
  '/joined': (facts) => assets.joined(facts),
  '/one': (facts) => assets.one(facts),
  '/relations': (facts) => assets.relations(facts),
  '/create': (facts) => writes.create(facts),
  '/record': (facts) => writes.record(facts),
  '/reveal': (facts) => writes.reveal(facts),
  '/nothing': async () => ({ status: 'alive' }),
});

async function answer(acts, request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://floor');
  try {
    const body = JSON.stringify(await acts[pathname](Object.fromEntries(searchParams)));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  } catch (error) {
    response.writeHead(500).end(error.stack);
  }
}

await main(process.env);

import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { fill, recordOf, RECORD, TENANT } from './filler.mjs';

const PASSWORD = 'nine unrelated paper boats';
const FIRST = 'first@bench.example';
const HOURS = 6;

/** Goes through the product's own wizard with its one-time link, so that roles, catalogue and a password exist. */
export async function setUp(stack) {
  const link = await stack.operator('setup-link');
  const token = new URL(link).hash.replace('#token=', '');
  const body = JSON.stringify({ token, email: FIRST, name: 'First Admin', password: PASSWORD });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${stack.url}/api/v1/setup`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`The set-up answered ${answer.status}: ${await answer.text()}`);
}

/**
 * People with sessions after a second factor: `everywhere` is a technician in all organisations, `local` in the big one
 * only, and `keepers` are many more of the latter, because each may take ten secrets in a row.
 * All have the password the wizard stored; sign-in asks nobody for a code here, so that it measures the hash.
 */
export async function seedPeople(root, tools, { size, organisations }) {
  const people = [
    personOf(tools, 'everywhere', organisations),
    personOf(tools, 'local', organisations.slice(0, 1)),
    ...Array.from({ length: size.keepers }, (_, at) => personOf(tools, `keeper-${at}`, organisations.slice(0, 1))),
  ];
  const [[role]] = await root.query("SELECT id FROM role WHERE template = 'technician'");
  await fill(root, USERS, people.map(userRow));
  await root.query(
    `INSERT INTO user_password (user_id, hash, changed_at)
     SELECT u.id, p.hash, p.changed_at FROM user_account u
     JOIN user_account f ON f.email = ? JOIN user_password p ON p.user_id = f.id WHERE u.email LIKE '%@people.bench.example'`,
    [FIRST],
  );
  await fill(root, MEMBERSHIPS, memberships(people, { role: role.id, uuid7: tools.crypto.uuid7 }));
  await fill(root, SESSIONS, people.map(sessionRow));
  await set(root, 'sign_in', { requireMfa: 'listed' });
  // One person asks here for as much as a whole house.
  await set(root, 'limits', {
    version: 1,
    limits: { 'requests.person': { version: 1, budget: 1_000_000, seconds: 10 } },
  });
  for (const person of people) person.cookie = `__Host-at=${await tokenOf(person, tools)}`;
  const [everywhere, local, ...keepers] = people;
  return { everywhere, local, keepers, password: PASSWORD };
}

const set = (root, name, value) =>
  root.query('INSERT INTO platform_setting (name, value) VALUES (?, ?)', [name, JSON.stringify(value)]);

const USERS = { table: 'user_account', columns: [...RECORD, 'email', 'name', 'state'] };
const MEMBERSHIPS = { table: 'membership', columns: [...TENANT, 'user_id', 'role_id', 'user_name', 'source'] };
const SESSIONS = {
  table: 'session',
  columns: [
    'id',
    'user_id',
    'scope',
    'interactive',
    'amr',
    'authenticated_at',
    'stepped_up',
    'last_seen_at',
    'expires_at',
  ],
};

function personOf({ crypto }, name, organisations) {
  const email = `${name}@people.bench.example`;
  return { id: crypto.uuid7(), session: crypto.uuid7(), name, email, organisations };
}

const userRow = ({ id, email, name }) => [...recordOf(id), email, name, 'active'];

function* memberships(people, { role, uuid7 }) {
  for (const { id, name, organisations } of people)
    for (const organisation of organisations) yield [...recordOf(uuid7()), organisation.id, id, role, name, 'local'];
}

function sessionRow({ id, session }) {
  const now = new Date().toISOString().slice(0, 23).replace('T', ' ');
  const end = new Date(Date.now() + HOURS * 3_600_000).toISOString().slice(0, 23).replace('T', ' ');
  return [session, id, 'full', 1, '["pwd","otp","mfa"]', now, '{}', now, end];
}

// The pointer the product signs at a sign-in, only longer-lived: a run takes longer than five minutes.
function tokenOf({ id, session }, { secrets }) {
  return new SignJWT({ sid: session })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: secrets.kid })
    .setIssuer('clientst0r')
    .setAudience('session')
    .setSubject(id)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${HOURS}h`)
    .sign(secrets.token);
}

/** Makes every seeded session as fresh as if its person had just signed in, and gives all budgets back. */
export async function freshen(root) {
  await root.query('UPDATE session SET authenticated_at = UTC_TIMESTAMP(6), last_seen_at = UTC_TIMESTAMP(6)');
  await root.query('DELETE FROM rate_limit');
}

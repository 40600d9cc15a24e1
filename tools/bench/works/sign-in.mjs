import { verify } from 'argon2';
import { randomBytes } from 'node:crypto';

/** Signing in against the bare hash with the very cost the product stored, both with as many callers. */
export async function signInWorks({ facts, root, post }) {
  const { keepers, password } = facts.people;
  const [[{ hash }]] = await root.query('SELECT hash FROM user_password LIMIT 1');
  const peppered = randomBytes(32);
  const ask = (number) => ({
    path: '/api/v1/auth/token',
    body: { email: keepers[number % keepers.length].email, password },
  });
  return [
    {
      name: 'signin',
      what: 'sign in with a password, against the bare Argon2id check',
      against: 'bare hash',
      ours: post(null, ask),
      floor: () => verify(hash, peppered),
    },
  ];
}

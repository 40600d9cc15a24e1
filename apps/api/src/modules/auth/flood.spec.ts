import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';

const SIGN_INS = 500;
const LISTS = 20;

let world: World;
let acme: TestOrganisation;
let person: Person;
beforeAll(async () => {
  world = await aWorld({ TRUSTED_PROXIES: '127.0.0.1' });
  acme = await world.organisation('Acme');
  person = await world.person({ roles: [[acme, 'owner']] });
});
afterAll(() => world.close());

/** Each from an address of its own and for an account of its own, so that only their number holds them up. */
const guess = (at: number) =>
  world
    .nobody()
    .post(
      '/auth/login',
      { email: `nobody${at}@example.test`, password: 'wrong wrong wrong' },
      { 'x-forwarded-for': `198.51.${Math.floor(at / 250)}.${(at % 250) + 1}` },
    );

describe('A14 a flood of sign-ins', () => {
  it('is cut off at the door, and everybody who is signed in goes on working', async () => {
    let answered = 0;
    const flood = Promise.all(
      Array.from({ length: SIGN_INS }, async (_, at) => {
        const { status, body } = await guess(at);
        answered += 1;
        return `${status} ${body.code}`;
      }),
    );
    for (let at = 0; at < LISTS; at += 1) expect((await person.get(`/assets?org=${acme.slug}`)).status).toBe(200);
    expect((await person.post('/assets', { organisationId: acme.id, name: 'Meanwhile' })).status).toBe(201);
    // What is asked for one after the other is there before the flood is worked off.
    expect(answered).toBeLessThan(SIGN_INS);
    const answers = Object.groupBy(await flood, (answer) => answer);
    expect(Object.keys(answers).sort()).toEqual(['401 auth.refused', '503 sign_in.busy']);
    expect(answers['503 sign_in.busy']?.length).toBeGreaterThan(SIGN_INS / 2);
    expect((await guess(SIGN_INS)).status).toBe(401);
  });
});

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Caller, type Answer } from '../../../test/caller';
import { aWorld, type Person, type World } from '../../../test/world';
import { createApp } from '../../create-app';
import { LimitHits, RateLimit, declaredLimits } from '../../platform/authorize';

const PERSON = '/limits/requests.person';
const MANY = 600;
const RATE = { limit: MANY, periodSeconds: 3600, burst: MANY };

let world: World;
let second: NestFastifyApplication;
let admin: Person;
beforeAll(async () => {
  world = await aWorld();
  second = await createApp({ settings: world.settings });
  admin = await world.person({ platformAdmin: true });
});
afterAll(async () => {
  await second.close();
  await world.close();
});

const limitOf = async (name: string) => (await admin.get(`/limits/${name}`)).body;
const elsewhere = (person: Person): Caller => new Caller(second, person.identity);
const policyOf = ({ headers }: Answer) => headers['ratelimit-policy'];
/** Nothing comes back while a test runs. */
const slowly = (budget: number) => admin.patch(PERSON, { budget, seconds: 3600 });
/** Asks for the last three, and some more; answers the first refusal. */
async function exhaust(person: Person): Promise<Answer> {
  const left = { cost: MANY - 4, kept: 'process' } as const;
  await world.app.get(RateLimit).take(`requests.person user ${person.id}`, RATE, left);
  const answers = await Promise.all(Array.from({ length: 20 }, () => person.get('/me')));
  const refused = answers.filter(({ status }) => status === 429);
  if (!refused[0]) throw new Error('Nothing was refused');
  return refused[0];
}

describe('limits', () => {
  it('are all listed for administrators, with a sentence and bounds, over REST and GraphQL', async () => {
    const { body } = await admin.get('/limits');
    const names = body.map(({ name }: { name: string }) => name);
    expect(names).toEqual(declaredLimits().map(({ name }) => name));
    expect(names).toEqual(
      expect.arrayContaining(['requests.person', 'vault.secrets', 'vault.codes', 'sign_in.started']),
    );
    for (const { says, budget, leastBudget, mostBudget } of body) {
      expect(says.length).toBeGreaterThan(20);
      expect([budget >= leastBudget, budget <= mostBudget]).toEqual([true, true]);
    }
    const answer = await admin.graphql('{ limits { name budget seconds burst version } }');
    expect(answer.body.data.limits.map(({ name }: { name: string }) => name)).toEqual(names);
    expect((await (await world.person()).get('/limits')).status).toBe(403);
    expect((await admin.get('/limits/nothing')).status).toBe(404);
  });

  it('are set within their bounds, by whoever has read what holds, and leave before and after', async () => {
    const before = await limitOf('vault.secrets');
    const tag = { 'if-match': `"v${before.version}"` };
    const low = await admin.patch('/limits/vault.secrets', { budget: 1 }, tag);
    expect([low.status, low.body.errors[0].pointer, low.body.errors[0].params]).toEqual([
      400,
      '/budget',
      { min: 5, max: 500 },
    ]);
    const answer = await admin.patch('/limits/vault.secrets', { budget: 60 }, tag);
    expect([answer.status, answer.body.burst, answer.headers['etag']]).toEqual([200, 20, `"v${before.version + 1}"`]);
    expect((await admin.patch('/limits/vault.secrets', { budget: 90 }, tag)).status).toBe(412);
    const [event] = (await world.events({ action: 'setting.updated' })).slice(-1);
    expect(event).toMatchObject({
      details: { setting: 'limits', limit: 'vault.secrets' },
      changes: { budget: { from: 30, to: 60 } },
    });
    const back = await admin.patch('/limits/vault.secrets', { budget: null });
    expect(back.body).toMatchObject({ budget: 30, burst: 10 });
  });

  it('changed at the same time by two are never half of each', async () => {
    const { version } = await limitOf('vault.codes');
    const change = (budget: number) => admin.patch('/limits/vault.codes', { budget }, { 'if-match': `"v${version}"` });
    const answers = await Promise.all([change(50), change(70), change(90)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  });

  it('hold from the next request on, on every node', async () => {
    const person = await world.person();
    for (const budget of [700, 800]) {
      await admin.patch(PERSON, { budget });
      expect(policyOf(await elsewhere(person).get('/me'))).toBe(`"requests.person";q=${budget};w=60`);
      expect(policyOf(await person.get('/me'))).toBe(`"requests.person";q=${budget};w=60`);
    }
  });

  it('begin anew where they change: nobody waits out what an older limit said', async () => {
    await slowly(MANY);
    const person = await world.person();
    expect((await exhaust(person)).status).toBe(429);
    await admin.patch(PERSON, { budget: 6000, seconds: 60 });
    expect((await person.get('/me')).status).toBe(200);
  });

  it.each([['session', false] as const, ['bearer token', true] as const])(
    'tell a %s what is left with every answer, and when to come back where nothing is',
    async (_kind, bearer) => {
      await slowly(MANY);
      const person = await world.person({ bearer });
      const first = await person.get('/me');
      expect(first.headers).toMatchObject({
        'ratelimit-policy': `"requests.person";q=${MANY};w=3600`,
        'x-ratelimit-limit': String(MANY),
      });
      expect(first.headers['ratelimit']).toMatch(/^"requests\.person";r=599;t=\d+$/);
      const refused = await exhaust(person);
      expect([refused.body.code, refused.body.retryable]).toEqual(['person.budget_spent', true]);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(refused.headers['ratelimit']).toMatch(/^"requests\.person";r=0;t=\d+$/);
      // What ends the sessions of a thief is never used up by the thief.
      expect((await person.get('/auth/sessions')).status).toBe(200);
      // Somebody else goes on.
      expect((await (await world.person({ bearer })).get('/me')).status).toBe(200);
    },
  );

  it('leave one event for each person and time, with how often: a flood does not fill the log', async () => {
    await slowly(MANY);
    const person = await world.person({ name: 'Flo Od' });
    const hits = world.app.get(LimitHits);
    await exhaust(person);
    await exhaust(person);
    await hits.settled();
    const found = () => world.events({ action: 'limit.reached', targetId: person.id });
    expect((await found()).map(({ details }) => details)).toMatchObject([{ limit: 'requests.person', refused: 1 }]);
    hits.close(Date.now() + 1);
    await hits.settled();
    const [, rest, ...more] = await found();
    expect(more).toEqual([]);
    expect(rest).toMatchObject({ category: 'security', outcome: 'failure', target_label: 'Flo Od' });
    expect((rest?.['details'] as { refused: number }).refused).toBeGreaterThan(20);
  });

  it('name a person at one limit whatever strangers do at another', async () => {
    const hits = world.app.get(LimitHits);
    const person = await world.person();
    await world.inside(async () => {
      for (let n = 0; n < 300; n += 1) hits.count('sign_in.saml', { kind: 'address', id: `203.0.113.${n}` });
      hits.count('vault.secrets', { kind: 'user', id: person.id, name: person.name });
    });
    await hits.settled();
    expect(await world.events({ action: 'limit.reached', targetId: person.id })).toHaveLength(1);
  });

  it('count those who are too many to be named together', async () => {
    const hits = world.app.get(LimitHits);
    await world.inside(async () => {
      for (let n = 0; n < 500; n += 1)
        hits.count('sign_in.started', { kind: 'address', id: `198.51.${n >> 8}.${n & 255}` });
    });
    hits.close(Date.now() + 1);
    await hits.settled();
    const events = (await world.events({ action: 'limit.reached' })).filter(
      ({ details }) => (details as { limit: string }).limit === 'sign_in.started',
    );
    expect(events.length).toBeLessThanOrEqual(102);
    const refused = events.map(({ details }) => (details as { refused: number }).refused);
    expect(refused.reduce((sum, one) => sum + one, 0)).toBe(500);
  });
});

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestRedis } from './test-redis';
import { aWorld, type World } from './world';
import { createApp } from '../src/create-app';
import { RateLimit, type Rate } from '../src/platform/authorize';
import { RedisBudgets } from '../src/platform/authorize/redis-budgets';
import { NodeList, Presence } from '../src/platform/keys';

/** Nothing is given back while a test runs. */
const RATE: Rate = { limit: 5, periodSeconds: 50_000, burst: 5 };
/** Counts for the address of whoever asks before anything else. */
const START = '/auth/connections/01890000-0000-7000-8000-000000000000/start';

const redis = new TestRedis();
beforeAll(() => redis.start());
afterAll(() => redis.stop());

/** How many of so many calls that come at the same time, on all instances in turn, are allowed. */
async function hammer(apps: readonly NestFastifyApplication[], key: string, calls: number): Promise<number> {
  const limits = apps.map((app) => app.get(RateLimit));
  const taken = await Promise.all(
    Array.from({ length: calls }, (_, n) => limits[n % limits.length]!.take(key, RATE, { kept: 'house' })),
  );
  return taken.filter(({ allowed }) => allowed).length;
}

/** As if the process had run for days: Redis alone decides. */
function forDays(app: NestFastifyApplication): void {
  Reflect.set(Reflect.get(app.get(RedisBudgets), 'breaker') as object, 'returnedAt', -1e9);
}

describe.each(['mariadb', 'redis'] as const)('a budget kept in %s', (place) => {
  let world: World;
  let second: NestFastifyApplication;
  beforeAll(async () => {
    world = await aWorld(place === 'redis' ? { REDIS_URL: redis.url } : {});
    second = await createApp({ settings: world.settings });
  });
  afterAll(async () => {
    await second.close();
    await world.close();
  });

  it('L03 allows exactly its burst when 200 calls come at once to two instances', async () => {
    expect(await hammer([world.app, second], 'L03 just started', 200)).toBe(5);
    expect(await world.sql('SELECT due FROM rate_limit')).toHaveLength(1);
    for (const app of [world.app, second]) forDays(app);
    await world.sql('DELETE FROM rate_limit');
    expect(await hammer([world.app, second], 'L03', 200)).toBe(5);
    const rows = await world.sql('SELECT due FROM rate_limit');
    expect(rows).toHaveLength(place === 'redis' ? 0 : 1);
  });

  it('says how much is left and when there is more, and takes what a call costs', async () => {
    const limit = world.app.get(RateLimit);
    const rate = { limit: 60, periodSeconds: 6000, burst: 5 };
    expect(await limit.take('cost', rate, { cost: 3 })).toMatchObject({ allowed: true, remaining: 2 });
    const refused = await second.get(RateLimit).take('cost', rate, { cost: 3 });
    expect(refused).toMatchObject({ allowed: false, remaining: 2 });
    expect(refused.retryAfterSeconds).toBeGreaterThan(1);
    expect(await limit.take('cost', rate, { cost: 2 })).toMatchObject({ allowed: true, remaining: 0 });
  });
});

describe('Redis that goes away', () => {
  let world: World;
  let second: NestFastifyApplication;
  beforeAll(async () => {
    world = await aWorld({ REDIS_URL: redis.url });
    second = await createApp({ settings: world.settings });
  });
  afterAll(async () => {
    redis.goOn();
    await second.close();
    await world.close();
  });
  beforeEach(() => redis.start());

  const both = (): NestFastifyApplication[] => [world.app, second];
  /** Waits until each instance has said it so many times. */
  async function said(action: string, times: number): Promise<void> {
    while ((await world.events({ action })).length < times) await sleep(50);
  }
  const restored = 'security.ratelimit.restored';
  const degraded = 'security.ratelimit.degraded';

  it('L04 is killed in the middle of an attack: at most one more burst, no call fails, and the audit log says so', async () => {
    both().forEach(forDays);
    expect(await hammer(both(), 'L04', 20)).toBe(5);
    const attack = hammer(both(), 'L04', 100);
    await redis.kill();
    const meanwhile = await attack;
    const after = await hammer(both(), 'L04', 100);
    expect(meanwhile + after).toBeLessThanOrEqual(5);
    await said(degraded, 2);
    // For as long as it stays away.
    expect(await hammer(both(), 'L04', 100)).toBe(0);
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.nobody().post(START, {})));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  });

  it('L05 returns empty: what was taken meanwhile still counts, and in all it is never twice the budget', async () => {
    await said(restored, 2);
    // Never taken while Redis was away: a whole budget. Taken then: none.
    expect(await hammer(both(), 'L05', 100)).toBe(5);
    expect(await hammer(both(), 'L04', 100)).toBe(0);
    await redis.kill();
    let total = 0;
    for (let time = 0; time < 3; time += 1) total += await hammer(both(), 'L05', 40);
    await redis.start();
    await said(restored, 4);
    for (let time = 0; time < 3; time += 1) total += await hammer(both(), 'L05', 40);
    expect(total).toBe(0);
    expect((await world.events({ action: degraded })).length).toBe(4);
  });

  it('L05 hangs without a word: others answer for it, and it is asked again when it goes on', async () => {
    redis.hang();
    const before = (await world.events({ action: degraded })).length;
    expect(await hammer(both(), 'hanging', 60)).toBe(5);
    expect(await hammer(both(), 'hanging', 60)).toBe(0);
    await said(degraded, before + 2);
    redis.goOn();
    await said(restored, before + 2);
    expect(await hammer(both(), 'hanging', 60)).toBe(0);
  });

  it('counts generic limits in memory meanwhile, which never hold for ever', async () => {
    await redis.kill();
    const limit = world.app.get(RateLimit);
    const rows = () => world.sql('SELECT id, due FROM rate_limit ORDER BY id');
    const before = await rows();
    const taken = [];
    for (let time = 0; time < 8; time += 1) taken.push(await limit.take('generic', RATE, { kept: 'process' }));
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(5);
    expect(await rows()).toEqual(before);
  });
});

describe('a budget in memory, on two nodes', () => {
  let world: World;
  let second: NestFastifyApplication;
  beforeAll(async () => {
    world = await aWorld();
    second = await createApp({ settings: world.settings });
  });
  afterAll(async () => {
    await second.close();
    await world.close();
  });

  const rate: Rate = { limit: 60, periodSeconds: 50_000, burst: 60 };
  async function taken(app: NestFastifyApplication, key: string, cost = 1): Promise<number> {
    let allowed = 0;
    for (let time = 0; time < 70; time += 1)
      if ((await app.get(RateLimit).take(key, rate, { kept: 'process', cost })).allowed) allowed += 1;
    return allowed;
  }

  it('is whole on one node, half on each of two, and whole again when the other has ended', async () => {
    const [one, other] = [world.app.get(Presence), second.get(Presence)];
    await one.beat('api');
    expect(await taken(world.app, 'alone')).toBe(60);
    await other.beat('api');
    await one.beat('api');
    expect([await taken(world.app, 'shared'), await taken(second, 'shared')]).toEqual([30, 30]);
    // Both show the same two to whoever looks at the status page.
    expect(await world.inside(() => world.app.get(NodeList).running())).toHaveLength(2);
    // What costs more than the part of one node is still let through: once.
    expect(await taken(world.app, 'large', 40)).toBe(1);
    await other.stop();
    await one.beat('api');
    expect(await taken(world.app, 'alone again')).toBe(60);
    await one.stop();
  });

  it('is not shared with workers, which answer nobody', async () => {
    const [one, other] = [world.app.get(Presence), second.get(Presence)];
    await other.beat('worker');
    await one.beat('api');
    expect(await taken(world.app, 'beside a worker')).toBe(60);
    await Promise.all([one.stop(), other.stop()]);
  });
});

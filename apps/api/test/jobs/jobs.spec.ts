import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TestRedis } from '../test-redis';
import { aWorld, type World } from '../world';
import { createApp } from '../../src/create-app';
import { asHouse } from '../../src/start-up';
import { RequestContext } from '../../src/platform/context';
import { UnitOfWork } from '../../src/platform/database';
import { JobControl, JobWorker, Jobs, Scheduler, type JobDefinition, type QueueOptions } from '../../src/platform/jobs';
import { JobClaims, type Claim } from '../../src/platform/jobs/job-claims';
import { NoteModule, longNote, nightly, note, personNote, type NoteJob } from './jobs.fixture';

const redis = new TestRedis();
beforeAll(() => redis.start());
afterAll(() => redis.stop());

describe.each(['mariadb', 'redis'] as const)('jobs through %s', (driver) => {
  let world: World;
  let second: NestFastifyApplication;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const env: Record<string, string> = driver === 'redis' ? { REDIS_URL: redis.url } : {};
    world = await aWorld(env, [NoteModule]);
    second = await createApp({ settings: world.settings, guests: [NoteModule] });
  });
  afterAll(async () => {
    await second.close();
    await world.close();
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** Starts a worker; answers how to stop it. */
  function working(app = world.app): () => Promise<void> {
    const stop = new AbortController();
    const running = app.get(JobWorker).run(stop.signal, 300);
    const end = async (): Promise<void> => {
      stop.abort();
      await running;
    };
    stops.push(end);
    return end;
  }
  const queue = <I extends object = NoteJob>(definition: JobDefinition<I>, input: I, options: QueueOptions = {}) =>
    asHouse(world.app, () =>
      world.app.get(UnitOfWork).run(() => world.app.get(Jobs).enqueue(definition, input, options)),
    );
  const row = async (id: string): Promise<Record<string, unknown>> =>
    (await world.sql('SELECT * FROM job WHERE id = ?', [id]))[0]!;
  async function until(id: string, ...states: string[]): Promise<Record<string, unknown>> {
    for (;;) {
      const job = await row(id);
      if (states.includes(String(job['state']))) return job;
      await sleep(30);
    }
  }
  /** A job as the second process takes it; one that is just being handed over is passed by until the next look. */
  async function takenBySecond(): Promise<Claim> {
    for (;;) {
      const [claim] = await second.get(JobClaims).take('quick', 1);
      if (claim) return claim;
      await sleep(20);
    }
  }
  const noted = async (word: string): Promise<Record<string, unknown>[]> =>
    (await world.events({ action: 'test.noted' })).filter((e) => (e['details'] as { word: string }).word === word);

  it('exist exactly when the unit of work that queued them commits', async () => {
    const lost = asHouse(world.app, () =>
      world.app.get(UnitOfWork).run(async () => {
        await world.app.get(Jobs).enqueue(note, { word: 'rolled back' });
        throw new Error('changed my mind');
      }),
    );
    await expect(lost).rejects.toThrow('changed my mind');
    const outside = asHouse(world.app, () => world.app.get(Jobs).enqueue(note, { word: 'nowhere' }));
    await expect(outside).rejects.toThrow('outside a unit of work');
    const { id } = await queue(note, { word: 'kept' });
    working();
    expect(await until(id, 'done')).toMatchObject({ attempt: 1, result: '{"word":"kept"}' });
    expect([(await noted('kept')).length, (await noted('rolled back')).length]).toEqual([1, 0]);
  });

  it('are each carried out once, also by two workers at a time', async () => {
    const ids = await asHouse(world.app, () =>
      world.app.get(UnitOfWork).run(async () => {
        const made: string[] = [];
        for (let n = 0; n < 120; n += 1) made.push((await world.app.get(Jobs).enqueue(note, { word: `many ${n}` })).id);
        return made;
      }),
    );
    working();
    working(second);
    for (const id of ids) await until(id, 'done');
    const words = (await world.events({ action: 'test.noted' })).map((e) => (e['details'] as { word: string }).word);
    expect(words.filter((word) => word.startsWith('many ')).sort()).toEqual(ids.map((_, n) => `many ${n}`).sort());
  });

  it('keep what they are told sealed, and forget it when they are done', async () => {
    const { id } = await queue(note, { word: 'sealed', secret: 'hunter2-in-a-job' });
    const { input } = await row(id);
    expect((input as Buffer).includes('hunter2')).toBe(false);
    working();
    expect(await until(id, 'done')).toMatchObject({ input: null });
  });

  it('refuse an input their definition does not know', async () => {
    await expect(queue(note, { word: '' })).rejects.toThrow();
    await expect(queue(note, { word: 'x', colour: 'red' } as NoteJob)).rejects.toThrow();
  });

  it('are tried again, and a failed attempt leaves nothing behind', async () => {
    const { id } = await queue(note, { word: 'third time', failures: 2 });
    working();
    const { state, attempt, error_code: code } = await until(id, 'done', 'failed');
    expect({ state, attempt, code }).toEqual({ state: 'done', attempt: 3, code: null });
    expect(await noted('third time')).toHaveLength(1);
  });

  it('end as dead letters with an event when trying does not help, and can be retried', async () => {
    const { id } = await queue(note, { word: 'never', failures: 9 });
    working();
    const dead = await until(id, 'failed');
    expect(dead).toMatchObject({ attempt: 3, error_code: 'internal.error' });
    expect(String(dead['error_detail'])).not.toContain('not this time');
    expect(await world.events({ targetId: id, action: 'job.failed' })).toHaveLength(1);
    await world.inside(() => world.app.get(JobControl).retry(id));
    await until(id, 'queued', 'running');
    await until(id, 'failed');
    expect(await world.events({ targetId: id })).toHaveLength(3);
  });

  it('are not tried again when the answer would be the same', async () => {
    const { id } = await queue(note, { word: 'refused', refuse: true });
    working();
    const job = await until(id, 'failed');
    expect(job).toMatchObject({ attempt: 1, error_code: 'note.refused', error_detail: 'This cannot be noted.' });
  });

  it('wait for their time', async () => {
    const { id } = await queue(note, { word: 'later' }, { delaySeconds: 3600 });
    working();
    const { id: now } = await queue(note, { word: 'now' });
    await until(now, 'done');
    expect(await row(id)).toMatchObject({ state: 'queued' });
    await world.sql('UPDATE job SET due_at = UTC_TIMESTAMP(6) WHERE id = ?', [id]);
    await until(id, 'done');
  });

  it('with the same key are one while it waits, and may follow each other', async () => {
    const first = await queue(note, { word: 'unique' }, { uniqueKey: 'one' });
    const again = await queue(note, { word: 'unique' }, { uniqueKey: 'one' });
    expect(again).toEqual({ id: first.id, fresh: false });
    working();
    await until(first.id, 'done');
    expect((await queue(note, { word: 'unique' }, { uniqueKey: 'one' })).fresh).toBe(true);
  });

  it('tell how far they are while they run, and stop when told', async () => {
    const { id } = await queue(note, { word: 'stopped', waitMs: 60_000 });
    working();
    await until(id, 'running');
    await world.inside(() => world.app.get(JobControl).cancel(id));
    expect(await until(id, 'cancelled')).toMatchObject({ error_code: null });
    const { id: long } = await queue(longNote, { word: 'long', waitMs: 300 });
    while ((await row(long))['progress_done'] === null) await sleep(20);
    expect(await until(long, 'done')).toMatchObject({ progress_total: 4, progress_message: 'Looking for a pen' });
    expect([(await noted('stopped')).length, (await noted('long')).length]).toEqual([0, 1]);
  });

  it('are stopped when they take too long', async () => {
    const { id } = await queue(longNote, { word: 'too slow', waitMs: 4000 });
    await world.sql('UPDATE job SET attempts = 1 WHERE id = ?', [id]);
    working();
    expect(await until(id, 'failed')).toMatchObject({ error_code: 'job.too_slow' });
    // The handler goes on without looking at its signal, and its unit of work is refused.
    await sleep(2200);
    expect(await noted('too slow')).toHaveLength(0);
  });

  it('go back to the queue, uncounted, when their worker is stopped', async () => {
    const { id } = await queue(note, { word: 'handed back', waitMs: 60_000 });
    const stop = working();
    await until(id, 'running');
    await stop();
    expect(await row(id)).toMatchObject({ state: 'queued', attempt: 0, worker: null });
    await world.inside(() => world.app.get(JobControl).cancel(id));
  });

  it('of a dead worker are taken by another, and the dead one changes nothing when it comes back', async () => {
    const { id } = await queue(note, { word: 'twice' });
    const claim = await takenBySecond();
    expect(claim.id).toBe(id);
    await world.sql('UPDATE job SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?', [id]);
    working();
    expect(await until(id, 'done')).toMatchObject({ attempt: 2 });
    const { JobRunner } = await import('../../src/platform/jobs/job-runner');
    await second.get(JobRunner, { strict: false }).run(claim, new AbortController());
    expect(await noted('twice')).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: 'done', attempt: 2 });
  });

  it('that kill each worker fail in the end', async () => {
    const { id } = await queue(note, { word: 'poison' });
    await takenBySecond();
    await world.sql('UPDATE job SET attempt = 3, lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?', [
      id,
    ]);
    working();
    expect(await until(id, 'failed')).toMatchObject({ error_code: 'job.abandoned' });
  });

  it('R20 of a person who lost the right are refused when they run, and act with the rights of that moment', async () => {
    const acme = await world.organisation(`Acme ${driver}`);
    const tech = await world.person({ roles: [[acme, 'technician']], name: 'Tess Tech' });
    const asTech = (word: string) =>
      world.app.get(RequestContext).run({ requestId: `ask-${word}`, ip: null, userAgent: null }, () => {
        const actor = { type: 'user', id: tech.id, name: tech.name, platformAdmin: false, grants: new Map() } as const;
        world.app.get(RequestContext).become(actor);
        return world.app
          .get(UnitOfWork)
          .run(() => world.app.get(Jobs).enqueue(personNote, { word }, { organisationId: acme.id }));
      });
    const allowed = await asTech('allowed');
    working();
    await until(allowed.id, 'done');
    expect((await noted('allowed'))[0]).toMatchObject({
      actor_id: tech.id,
      organisation_id: acme.id,
      request_id: 'ask-allowed',
    });
    await world.sql('UPDATE membership SET archived_at = UTC_TIMESTAMP(6) WHERE user_id = ?', [tech.id]);
    await world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [tech.id]);
    const refused = await asTech('refused');
    expect(await until(refused.id, 'failed')).toMatchObject({ error_code: 'permission.missing', attempt: 1 });
    expect(await world.events({ targetId: refused.id })).toMatchObject([{ action: 'job.refused', outcome: 'failure' }]);
    await world.sql("UPDATE user_account SET state = 'disabled' WHERE id = ?", [tech.id]);
    const gone = await asTech('gone');
    expect(await until(gone.id, 'failed')).toMatchObject({ error_code: 'job.person_gone' });
    expect(await noted('refused')).toHaveLength(0);
  });

  it('with a time are queued once per time by however many clocks, and a missed time is made up for once', async () => {
    const clocks = [world.app.get(Scheduler), second.get(Scheduler)];
    for (const clock of clocks) await clock.prepare();
    expect((await clocks[0]!.tick()).includes(nightly.name)).toBe(false);
    await world.sql('UPDATE job_schedule SET next_at = UTC_TIMESTAMP(6) - INTERVAL 9 DAY WHERE name = ?', [
      nightly.name,
    ]);
    const queued = (await Promise.all([...clocks, ...clocks].map((clock) => clock.tick()))).flat();
    expect(queued.filter((name) => name === nightly.name)).toHaveLength(1);
    working();
    const [{ last_job_id: id }] = (await world.sql('SELECT * FROM job_schedule WHERE name = ?', [nightly.name])) as [
      { last_job_id: string },
    ];
    await until(id, 'done');
    const [due] = await world.sql('SELECT next_at > UTC_TIMESTAMP() AS later FROM job_schedule WHERE name = ?', [
      nightly.name,
    ]);
    expect(due).toEqual({ later: 1 });
  });

  if (driver === 'redis')
    it('X05 lose nothing and do nothing twice when Redis is killed and comes back empty', async () => {
      working();
      working(second);
      const { id: before } = await queue(note, { word: 'redis there' });
      await until(before, 'done');
      await queue(note, { word: 'handed over' }, { delaySeconds: 2 });
      await redis.kill();
      const { id: without } = await queue(note, { word: 'redis away' });
      await until(without, 'done');
      await redis.start();
      const { id: after } = await queue(note, { word: 'redis back' });
      await until(after, 'done');
      for (const word of ['redis there', 'handed over', 'redis away', 'redis back']) {
        while ((await noted(word)).length === 0) await sleep(50);
        expect(await noted(word)).toHaveLength(1);
      }
    });
});

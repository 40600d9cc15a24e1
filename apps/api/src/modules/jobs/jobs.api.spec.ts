import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NoteModule, note, personNote, type NoteJob } from '../../../test/jobs/jobs.fixture';
import { aWorld, type Person, type TestOrganisation, type World } from '../../../test/world';
import { RequestContext } from '../../platform/context';
import { UnitOfWork } from '../../platform/database';
import { JobWorker, Jobs, Scheduler, type JobDefinition } from '../../platform/jobs';

let world: World;
let acme: TestOrganisation;
let tess: Person;
let tom: Person;
let admin: Person;
let port: number;
beforeAll(async () => {
  world = await aWorld({}, [NoteModule]);
  acme = await world.organisation('Acme');
  tess = await world.person({ roles: [[acme, 'technician']], name: 'Tess Tech' });
  tom = await world.person({ roles: [[acme, 'technician']], name: 'Tom Tech' });
  admin = await world.person({ platformAdmin: true, name: 'Ada Admin' });
  await world.app.listen(0, '127.0.0.1');
  port = (world.app.getHttpServer().address() as AddressInfo).port;
});
afterAll(() => world.close());

/** Queues a job as this person asks for it. */
function ask(person: Person, definition: JobDefinition<NoteJob>, input: NoteJob): Promise<string> {
  const context = world.app.get(RequestContext);
  return context.run({ requestId: 'asked', ip: null, userAgent: null }, async () => {
    context.become({ type: 'user', id: person.id, name: person.name, platformAdmin: false, grants: new Map() });
    const options = { organisationId: acme.id, subject: `About ${input.word}` };
    return (await world.app.get(UnitOfWork).run(() => world.app.get(Jobs).enqueue(definition, input, options))).id;
  });
}
const drain = () => world.app.get(JobWorker).drain();

/** Reads a stream until `enough` says so or it ends; answers its events. */
async function follow(
  person: Person,
  path: string,
  enough: (events: Event[]) => boolean,
  headers = {},
): Promise<Event[]> {
  const stop = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    headers: { ...person.identity, ...headers },
    signal: stop.signal,
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  const events: Event[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body! as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = eventOf(text.slice(0, end));
      text = text.slice(end + 2);
      if (event) events.push(event);
    }
    if (enough(events)) break;
  }
  stop.abort();
  return events;
}
interface Event {
  id: string;
  data: { id: string; state: string };
}
function eventOf(block: string): Event | undefined {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]),
  );
  return fields['data'] ? { id: fields['id'] ?? '', data: JSON.parse(fields['data']) as Event['data'] } : undefined;
}

describe('jobs', () => {
  it('are seen by who asked, and by administrators without what is in them', async () => {
    const id = await ask(tess, personNote, { word: 'mine' });
    await drain();
    const own = (await tess.get(`/jobs/${id}`)).body as object;
    expect(own).toMatchObject({
      state: 'done',
      subject: 'About mine',
      result: { word: 'mine' },
      title: 'Note for a person',
    });
    expect((await tom.get(`/jobs/${id}`)).status).toBe(404);
    expect((await tom.get('/jobs')).body.data).toEqual([]);
    const seen = (await admin.get(`/jobs/${id}`)).body as object;
    expect(seen).toMatchObject({ state: 'done', subject: null, result: null, askedBy: 'Tess Tech' });
    const listed = (await admin.get('/platform-jobs?name=test.person-note')).body.data as { id: string }[];
    expect(listed.map((job) => job.id)).toContain(id);
    expect((await tess.get('/platform-jobs')).status).toBe(403);
    const graph = await tess.graphql('{ jobs(first: 5) { nodes { id state } } job(id: "' + id + '") { title } }');
    expect(graph.body.data).toMatchObject({
      jobs: { nodes: [{ id, state: 'done' }] },
      job: { title: 'Note for a person' },
    });
  });

  it('say nothing of an organisation to whoever has left it', async () => {
    const una = await world.person({ roles: [[acme, 'technician']] });
    const id = await ask(una, personNote, { word: 'before' });
    await drain();
    await world.sql('UPDATE membership SET archived_at = UTC_TIMESTAMP(6) WHERE user_id = ?', [una.id]);
    await world.sql('UPDATE user_account SET authz_epoch = authz_epoch + 1 WHERE id = ?', [una.id]);
    expect((await una.get(`/jobs/${id}`)).body).toMatchObject({ state: 'done', subject: null, result: null });
  });

  it('are cancelled and retried by who asked or an administrator, with an event', async () => {
    const id = await ask(tess, personNote, { word: 'cancelled' });
    expect((await tom.delete(`/jobs/${id}`)).status).toBe(404);
    expect((await tess.delete(`/jobs/${id}`)).body).toMatchObject({ state: 'cancelled', can: { retry: true } });
    const again = await tess.delete(`/jobs/${id}`);
    expect([again.status, again.body.code]).toEqual([409, 'job.finished']);
    expect((await admin.post(`/jobs/${id}/retry`)).body).toMatchObject({ state: 'queued' });
    await drain();
    expect((await tess.get(`/jobs/${id}`)).body).toMatchObject({ state: 'done' });
    expect((await world.events({ targetId: id })).map(({ action }) => action)).toEqual([
      'job.cancelled',
      'job.retried',
    ]);
  });

  it('are waited for with Prefer: wait', async () => {
    const id = await ask(tess, note, { word: 'waited for' });
    const waiting = tess.get(`/jobs/${id}`, { prefer: 'wait=10' });
    await sleep(50);
    await drain();
    expect((await waiting).body).toMatchObject({ state: 'done' });
    expect((await tess.get(`/jobs/${id}`, { prefer: 'wait=10' })).body).toMatchObject({ state: 'done' });
  });
});

describe('streams of jobs', () => {
  it('tell one job until it ends', async () => {
    const id = await ask(tess, note, { word: 'followed' });
    const following = follow(tess, `/jobs/${id}/events`, () => false);
    await sleep(300);
    await drain();
    const states = (await following).map(({ data }) => data.state);
    expect([states[0], states.at(-1)]).toEqual(['queued', 'done']);
  });

  it('tell a person their jobs only, and what they missed after Last-Event-ID', async () => {
    const following = follow(tess, '/me/events', (events) => events.some(({ data }) => data.state === 'done'));
    await sleep(700);
    const [theirs, mine] = [await ask(tom, note, { word: 'theirs' }), await ask(tess, note, { word: 'told' })];
    await drain();
    const events = await following;
    expect(new Set(events.map(({ data }) => data.id))).toEqual(new Set([mine]));
    expect(theirs).not.toBe(mine);
    const missed = await ask(tess, note, { word: 'missed' });
    await drain();
    const since = { 'last-event-id': events.at(-1)!.id };
    const caughtUp = await follow(tess, '/me/events', (seen) => seen.some(({ data }) => data.id === missed), since);
    expect(caughtUp.find(({ data }) => data.id === missed)?.data.state).toBe('done');
  });

  it('A06 end by themselves soon after the session is revoked, and are refused afterwards', async () => {
    const una = await world.person({ name: 'Una User' });
    const began = Date.now();
    const following = follow(una, '/me/events', () => false);
    await sleep(200);
    await world.sql('UPDATE session SET revoked_at = UTC_TIMESTAMP(6) WHERE id = ?', [una.sessionId]);
    expect(await following).toEqual([]);
    expect(Date.now() - began).toBeLessThan(30_000);
    expect((await una.get('/me/events')).status).toBe(401);
  });
});

describe('schedules', () => {
  it('are read, paused, moved and run by platform administrators', async () => {
    await world.app.get(Scheduler).prepare();
    expect((await tess.get('/schedules')).status).toBe(403);
    const listed = (await admin.get('/schedules')).body.data as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(['job.forget', 'test.nightly']));
    const moved = await admin.patch('/schedules/test.nightly', { cron: '0 5 * * *', timeZone: 'UTC', paused: true });
    expect(moved.body).toMatchObject({ cron: '0 5 * * *', chosen: true, paused: true });
    expect((await admin.patch('/schedules/test.nightly', { cron: 'whenever' })).body.errors).toMatchObject([
      { pointer: '/cron' },
    ]);
    await world.app.get(Scheduler).prepare();
    expect((await admin.patch('/schedules/test.nightly', { paused: false })).body).toMatchObject({ cron: '0 5 * * *' });
    const run = await admin.post('/schedules/test.nightly/run');
    expect(run.status).toBe(202);
    await drain();
    const [after] = ((await admin.get('/schedules')).body.data as { name: string }[]).filter(
      ({ name }) => name === 'test.nightly',
    );
    expect(after).toMatchObject({ lastState: 'done', lastJobId: run.body.id });
    expect((await world.events({ action: 'schedule.updated' })).length).toBe(2);
    expect((await admin.post('/schedules/nothing/run')).status).toBe(404);
  });
});

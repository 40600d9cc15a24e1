import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingTwice } from './meeting-twice';
import { aWorld, type World } from './world';

/** A report of a project in which nothing was found. */
const REPORT = { vulnerabilities: [], ok: true, dependencyCount: 3, packageManager: 'npm', projectName: 'shop' };

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

describe('a request that meets others', () => {
  it('is done once, with one event, also when they meet in the very commit', async () => {
    const org = await world.organisation('Beta');
    const tech = await world.person({ roles: [[org, 'technician']] });
    const { body } = await tech.post('/api/v1/assets', { organisationId: org.id, name: 'srv-1' });
    await meetingTwice(world, 'event', 'INSERT', async () => {
      const answer = await tech.patch(`/api/v1/assets/${body.id}`, { name: 'srv-2' });
      expect(answer.body).toMatchObject({ name: 'srv-2', version: 2 });
      expect([answer.headers['etag']].flat()).toHaveLength(1);
    });
    expect(await world.events({ targetId: String(body.id), action: 'asset.updated' })).toHaveLength(1);
  });

  it('still has the file it came with', async () => {
    const admin = await world.person({ platformAdmin: true });
    await meetingTwice(world, 'inspection', 'INSERT', async () => {
      const content = JSON.stringify(REPORT);
      const { status, body } = await admin.upload('/host-security/reports', { name: 'snyk.json', content });
      expect([status, body.inspections?.length]).toEqual([201, 1]);
    });
  });

  it('is not answered with what a failed try said', async () => {
    const org = await world.organisation('Gamma');
    const tech = await world.person({ roles: [[org, 'technician']] });
    const path = '/api/v1/assets';
    const key = { 'idempotency-key': 'one-key-for-both' };
    await meetingTwice(world, 'event', 'INSERT', async () => {
      const { status, headers } = await tech.post(path, { organisationId: org.id, name: 'srv-1' }, key);
      expect([status, headers['idempotency-replayed']]).toEqual([201, undefined]);
    });
    const again = await tech.post(path, { organisationId: org.id, name: 'srv-1' }, key);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([201, 'true']);
  });
});

describe('a request that meets others again and again', () => {
  it('answers 409 with the time to wait, and changed nothing', async () => {
    const org = await world.organisation('Alpha');
    const tech = await world.person({ roles: [[org, 'technician']] });
    const { body } = await tech.post('/api/v1/assets', { organisationId: org.id, name: 'srv-1' });
    await world.sql(`CREATE TRIGGER asset_refuses BEFORE UPDATE ON asset FOR EACH ROW
      SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213`);
    const answer = await tech.patch(`/api/v1/assets/${body.id}`, { name: 'srv-2' });
    await world.sql('DROP TRIGGER asset_refuses');
    expect(answer.status).toBe(409);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.body).toMatchObject({ code: 'record.busy', retryable: true });
    expect((await tech.get(`/api/v1/assets/${body.id}`)).body).toMatchObject({ name: 'srv-1', version: 1 });
    expect(await world.events({ targetId: String(body.id), action: 'asset.updated' })).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources } from '../../src/platform/resource';
import { brokenBodiesAreRefused, wrongInputIsRefused } from './input.promise';
import { aBody, aChange, aRecord } from './records';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

const writable = declaredResources().filter((one) => one.create ?? one.update);

describe.each(writable)('a $noun', (resource) => {
  it('R17 refuses every wrong value of every property, and every property it does not know, and says where', async () => {
    expect(await wrongInputIsRefused(stage, resource)).toEqual([]);
  });
});

describe.each(writable.filter((one) => one.create))('a $noun from a broken body', (resource) => {
  it('is refused as a problem and never half written', async () => {
    expect(await brokenBodiesAreRefused(stage, resource)).toEqual([]);
  });

  it('sent twice with one Idempotency-Key exists once; another body with that key is refused', async () => {
    const body = await aBody(stage, resource, stage.acme.id);
    const key = { 'idempotency-key': `bad-input-${resource.noun}` };
    const path = `/${resource.path}`;
    const [first, again] = [await stage.keeper.post(path, body, key), await stage.keeper.post(path, body, key)];
    expect([first.status, again.status], first.text).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotency-replayed']).toBe('true');
    const other = await stage.keeper.post(path, await aBody(stage, resource, stage.acme.id), key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.other_body']);
  });

  it('sent five times at once with one Idempotency-Key exists once', async () => {
    const body = await aBody(stage, resource, stage.acme.id);
    const key = { 'idempotency-key': `parallel-${resource.noun}` };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => stage.keeper.post(`/${resource.path}`, body, key)),
    );
    const made = answers.filter((answer) => answer.status === 201);
    expect(new Set(made.map((answer) => String(answer.body.id))).size).toBe(1);
    expect(answers.filter((answer) => ![201, 409].includes(answer.status)).map((one) => one.text)).toEqual([]);
  });
});

describe.each(writable.filter((one) => one.update))('a change of a $noun', (resource) => {
  it('that was made on an old version is refused with 412, a broken If-Match with 400', async () => {
    const record = await aRecord(stage, resource, stage.acme);
    const path = `/${resource.path}/${String(record['id'])}`;
    const version = Number(record['version']);
    const change = aChange(resource);
    const broken = ['7', 'v7', '"7"', '""', '"v"', '"v1", "v2"', '"v99999999999"'];
    for (const etag of broken) {
      const answer = await stage.keeper.patch(path, change, { 'if-match': etag });
      expect([answer.status, answer.body.code], etag).toEqual([400, 'header.if_match']);
    }
    const current = { 'if-match': `"v${version}"` };
    expect((await stage.keeper.patch(path, change, current)).status).toBe(200);
    const stale = await stage.keeper.patch(path, aChange(resource), current);
    expect([stale.status, stale.body.code]).toEqual([412, 'record.stale']);
    expect((await stage.keeper.get(path)).headers['etag']).toBe(`"v${version + 1}"`);
  });
});

describe('an Idempotency-Key', () => {
  it.each(['short', 'x'.repeat(129), 'spaces in it', 'ünïcode-key'])('like "%s" is refused', async (key) => {
    const body = { organisationId: stage.acme.id, name: 'Keyed' };
    const answer = await stage.keeper.post('/sites', body, { 'idempotency-key': key });
    expect([answer.status, answer.body.code]).toEqual([400, 'header.idempotency_key']);
  });

  it('of a refused request is free again', async () => {
    const key = { 'idempotency-key': 'refused-first' };
    expect((await stage.keeper.post('/sites', { organisationId: stage.acme.id }, key)).status).toBe(400);
    const answer = await stage.keeper.post('/sites', { organisationId: stage.acme.id, name: 'Second try' }, key);
    expect(answer.status).toBe(201);
  });
});

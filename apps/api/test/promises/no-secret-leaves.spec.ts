import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { Log } from '../../src/platform/http';
import { answersDeclareNoSecrets, listen, says, secretsStayInside, tablesThatSay } from './secrets.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

const SENTINEL = `sentinel-${randomBytes(12).toString('hex')}-Aa1!`;

describe('no secret leaves', () => {
  it('because no answer has a place for one', () => {
    expect(answersDeclareNoSecrets()).toEqual([]);
  });

  it('whatever body it came in, in no answer, no event, no log line and no table', async () => {
    const { routes, findings } = await secretsStayInside(stage, SENTINEL);
    expect(routes).toBeGreaterThan(5);
    expect(findings).toEqual([]);
    expect(await tablesThatSay(stage, SENTINEL)).toEqual([]);
  });

  it('once it is stored: not in pages, lists, events, search, history, exports or GraphQL', async () => {
    const { keeper, acme } = stage;
    const body = {
      organisationId: acme.id,
      name: 'Door',
      fields: { username: 'admin', password: SENTINEL, notes: SENTINEL },
    };
    const created = await keeper.post('/credentials', body, { 'idempotency-key': 'no-secret-leaves-1' });
    expect(created.status, created.text).toBe(201);
    const id = String(created.body.id);
    const changed = await keeper.patch(`/credentials/${id}`, { fields: { password: `${SENTINEL}2` } });
    expect(changed.status, changed.text).toBe(200);
    const answers = [
      created,
      changed,
      await keeper.post('/credentials', body, { 'idempotency-key': 'no-secret-leaves-1' }),
      await keeper.get(`/credentials/${id}`),
      await keeper.get(`/credentials?org=${acme.slug}`),
      await keeper.get(`/credentials?q=${SENTINEL}`),
      await keeper.get(`/credentials/${id}/versions`),
      await keeper.get(`/events?org=${acme.slug}`),
      await keeper.get(`/search?q=Door&org=${acme.slug}`),
      await keeper.graphql(`{ credential(id: "${id}") { name fields { username } secrets { field } } }`),
    ];
    for (const answer of answers) expect(says(answer.text, SENTINEL), answer.text.slice(0, 300)).toBe(false);
    expect(await tablesThatSay(stage, SENTINEL)).toEqual([]);
    const graphql = await keeper.graphql(`{ credential(id: "${id}") { fields { password } } }`);
    expect(graphql.status).toBe(400);
  });

  it('and these tests would notice: the same nets catch what does leave', async () => {
    const heard = listen(stage);
    stage.world.app.get(Log).log(`leaked ${SENTINEL}`);
    heard.stop();
    expect(says(heard.lines.join(''), SENTINEL)).toBe(true);
    await stage.keeper.post('/sites', { organisationId: stage.acme.id, name: SENTINEL });
    expect(await tablesThatSay(stage, SENTINEL)).toContain('site');
  });
});

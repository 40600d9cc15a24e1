import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from './input.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

const ask = (query: string): string => JSON.stringify({ query });
const SITES = '{ sites(first: 1) { nodes { id } } }';
const nested = (depth: number): string =>
  `{ __schema { types { ${'ofType { '.repeat(depth)}name${' }'.repeat(depth)} } } }`;

describe('one GraphQL request', () => {
  it('in bounds is answered', async () => {
    expect((await stage.keeper.graphql(SITES)).status).toBe(200);
  });

  it.each([
    ['nine levels deep', nested(9)],
    ['with sixteen aliases', `{ ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    [
      'with sixteen aliases in a fragment',
      `{ ...All } fragment All on Query { ${Array.from({ length: 16 }, (_, n) => `a${n}: __typename`).join(' ')} }`,
    ],
    ['with six root fields', `{ ${Array.from({ length: 6 }, () => '__typename').join(' ')} }`],
    ['with eleven directives', `{ __typename ${'@include(if: true) '.repeat(11)} }`],
    ['with more than a thousand fields', `{ sites { nodes { ${'id '.repeat(1001)} } } }`],
    [
      'with a fragment that contains itself',
      '{ sites { nodes { ...A } } } fragment A on Site { ...B } fragment B on Site { ...A }',
    ],
    ['that is not GraphQL', '{ sites { '],
    ['for a field nobody declared', '{ sites { nodes { passwordHash } } }'],
    ['as a subscription', 'subscription { sites { nodes { id } } }'],
  ])('G01 G02 %s is refused and nothing of it runs', async (_what, query) => {
    const { status, body } = await send(stage, '/api/graphql', ask(query));
    expect([status, body['data'] ?? null], JSON.stringify(body)).toEqual([400, null]);
  });

  it('G02 does not travel in a batch', async () => {
    const { status } = await send(stage, '/api/graphql', `[${ask(SITES)},${ask(SITES)}]`);
    expect(status).toBe(400);
  });

  it('G04 does not travel by GET', async () => {
    const { status, text } = await stage.keeper.get(`/api/graphql?query=${encodeURIComponent(SITES)}`);
    expect(status).toBe(405);
    expect(text).not.toContain('"nodes"');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('G04 does not travel as %s', async (type) => {
    const { status } = await send(stage, '/api/graphql', ask(SITES), type);
    expect(status).toBe(415);
  });

  it('that is too large is refused as such', async () => {
    expect((await send(stage, '/api/graphql', ask(`# ${'x'.repeat(1024 * 1024)}\n${SITES}`))).status).toBe(413);
  });

  it('from another site is refused before it runs', async () => {
    const headers = { ...stage.keeper.identity, 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    const answer = await stage.world.app.inject({ method: 'POST', url: '/api/graphql', headers, payload: ask(SITES) });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the GraphQL schema', () => {
  const schema = '{ __schema { queryType { name } } }';

  it('is shown to signed-in people', async () => {
    expect((await stage.stranger.graphql(schema)).body.data.__schema.queryType.name).toBe('Query');
  });

  it.each([
    schema,
    '{ __type(name: "Site") { name } }',
    '{ ...A } fragment A on Query { __schema { types { name } } }',
  ])('G03 is not shown to anybody else: %s', async (query) => {
    const { status, text } = await stage.world.nobody().graphql(query);
    expect(status).toBe(401);
    expect(text).not.toContain('"Site"');
    expect(text).not.toContain('"queryType"');
  });

  it('G03 is not guessed at in refusals for anybody else', async () => {
    const { text } = await stage.world.nobody().graphql('{ site { nam } }');
    expect(text).not.toContain('Did you mean');
  });
});

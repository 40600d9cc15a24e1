import { Validator } from '@seriousme/openapi-schema-validator';
import type { OpenAPIObject } from '@nestjs/swagger';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf } from '../src/platform/http/openapi';
import { operationsOf, type Described } from '../src/platform/http/refine-openapi';
import { aWorld, type Person, type World } from './world';

let world: World;
let person: Person;
let document: OpenAPIObject;
let operations: Described[];
beforeAll(async () => {
  world = await aWorld();
  person = await world.person();
  document = documentOf();
  operations = operationsOf(document);
});
afterAll(() => world.close());

const named = (wrong: Described[]): string[] => wrong.map(({ method, path }) => `${method} ${path}`);
const refusal = (operation: Described['operation'], status: string): string | undefined => {
  const response = operation.responses[status];
  return response && '$ref' in response ? response.$ref : undefined;
};
const isPublic = ({ operation }: Described): boolean => operation['x-access']?.kind === 'public';

/** The validator takes any JSON object. */
const plain = (value: object): Record<string, unknown> => ({ ...value });

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const copy = structuredClone(document);
    const { valid, errors } = await new Validator().validate(plain(copy));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  it('is refused by the validator when an operation has no answers', async () => {
    const broken = structuredClone(document);
    const first = operationsOf(broken)[0];
    Object.assign(first?.operation ?? {}, { responses: 'none' });
    expect((await new Validator().validate(plain(broken))).valid).toBe(false);
  });

  it('points only at what it holds', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w.-]+)"/g)];
    const held = document.components as Record<string, Record<string, unknown>>;
    expect(refs.length).toBeGreaterThan(500);
    expect(refs.filter(([, kind = '', name = '']) => !(name in (held[kind] ?? {}))).map(([ref]) => ref)).toEqual([]);
  });

  it('names every operation once and says in a sentence what it does', () => {
    const ids = operations.map(({ operation }) => operation.operationId ?? '');
    expect(ids.length).toBeGreaterThan(120);
    expect(ids.filter((id, at) => !/^[a-z][A-Za-z]+$/.test(id) || ids.indexOf(id) !== at)).toEqual([]);
    expect(named(operations.filter(({ operation }) => !/\w+ \w+/.test(operation.summary ?? '')))).toEqual([]);
  });

  it('explains every tag it uses', () => {
    const tags = new Map((document.tags ?? []).map((tag) => [tag.name, tag.description]));
    const used = operations.flatMap(({ operation }) => operation.tags ?? ['(none)']);
    expect([...new Set(used)].filter((tag) => !/\w+.* \w+.*\.$/.test(tags.get(tag) ?? ''))).toEqual([]);
  });

  it('says of every operation who may call it', () => {
    const kinds = ['permission', 'platform', 'signedIn', 'public'];
    expect(named(operations.filter(({ operation }) => !kinds.includes(operation['x-access']?.kind ?? '')))).toEqual([]);
  });

  it('asks for a session or a token everywhere but at the open doors, and takes API keys where scopes say what they may', () => {
    const doors = operations.filter(isPublic);
    expect(doors.length).toBeGreaterThan(5);
    expect(named(doors.filter(({ operation }) => operation.security?.length !== 0))).toEqual([]);
    const closed = operations.filter((one) => !isPublic(one));
    const schemes = ({ operation }: Described): string => (operation.security ?? []).flatMap(Object.keys).join();
    const keyed = closed.filter(({ operation }) => operation['x-scopes']);
    expect(keyed.length).toBeGreaterThan(80);
    expect(named(keyed.filter((one) => schemes(one) !== 'cookie,bearer,apiKey'))).toEqual([]);
    expect(named(closed.filter((one) => !keyed.includes(one) && schemes(one) !== 'cookie,bearer'))).toEqual([]);
    expect(closed.find(({ path, method }) => path === '/api/v1/assets' && method === 'get')?.operation).toMatchObject({
      'x-scopes': ['asset.read'],
      'x-cost': 1,
    });
    expect(closed.find(({ path }) => path === '/api/v1/api-keys')?.operation).not.toHaveProperty('x-scopes');
    expect(Object.keys(document.components?.securitySchemes ?? {}).sort()).toEqual(['apiKey', 'bearer', 'cookie']);
  });

  it('describes every body it takes with a schema', () => {
    const bodies = operations.flatMap(({ method, path, operation }) => {
      const body = operation.requestBody;
      return body && 'content' in body ? [{ at: `${method} ${path}`, content: Object.values(body.content) }] : [];
    });
    const typed = (schema: object | undefined): boolean => !!schema && ('$ref' in schema || 'properties' in schema);
    expect(bodies.length).toBeGreaterThan(40);
    expect(bodies.filter(({ content }) => !content.every(({ schema }) => typed(schema))).map(({ at }) => at)).toEqual(
      [],
    );
    const changes = operations.filter(({ method }) => method === 'patch' || method === 'put');
    expect(named(changes.filter(({ operation }) => !operation.requestBody))).toEqual([]);
  });

  it('describes every answer in words, and its content unless there is none', () => {
    const answers = operations.flatMap(({ method, path, operation }) =>
      Object.entries(operation.responses).flatMap(([status, answer]) =>
        answer && 'description' in answer ? [{ at: `${method} ${path} ${status}`, status, answer }] : [],
      ),
    );
    const empty = ['202', '204'];
    expect(answers.filter(({ answer }) => !answer.description).map(({ at }) => at)).toEqual([]);
    expect(
      answers.filter(({ answer, status }) => !answer.content && !empty.includes(status)).map(({ at }) => at),
    ).toEqual([]);
  });

  it('describes refusals as problem documents', () => {
    const lacking = (status: string, who: (one: Described) => boolean): string[] =>
      named(operations.filter((one) => who(one) && !refusal(one.operation, status)));
    expect(lacking('400', () => true)).toEqual([]);
    expect(lacking('401', (one) => !isPublic(one))).toEqual([]);
    expect(lacking('403', (one) => !isPublic(one))).toEqual([]);
    expect(lacking('404', ({ path }) => path.includes('{'))).toEqual([]);
    expect(lacking('409', ({ method }) => method !== 'get')).toEqual([]);
    expect(lacking('412', ({ method, path }) => method === 'patch' && path.endsWith('/{id}'))).toEqual([]);
    expect(lacking('429', () => true)).toEqual([]);
    const shared = Object.values(document.components?.responses ?? {});
    expect(shared).toHaveLength(7);
    for (const response of shared)
      expect(response).toMatchObject({
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      });
  });

  it('describes problems as they really are', async () => {
    const { body, headers } = await person.post('/auth/token', { email: 5, surprise: true });
    const { Problem, FieldProblem } = document.components?.schemas as Record<
      string,
      { properties: object; required: string[] }
    >;
    expect(headers['content-type']).toContain('application/problem+json');
    expect(Object.keys(body).filter((key) => !(key in (Problem?.properties ?? {})))).toEqual([]);
    expect(Object.keys(body)).toEqual(expect.arrayContaining(Problem?.required ?? ['?']));
    expect(body.errors.length).toBeGreaterThan(0);
    for (const error of body.errors as object[])
      expect(Object.keys(error).sort()).toEqual(Object.keys(FieldProblem?.properties ?? {}).sort());
  });
});

describe('reading the description', () => {
  it('gives a signed-in person the whole document', async () => {
    const { status, text, headers } = await person.get('/openapi.json');
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('gives a signed-in person the GraphQL schema', async () => {
    const { status, text, headers } = await person.get('/schema.graphql');
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    const schema = buildSchema(text);
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toEqual(expect.arrayContaining(['asset', 'assets']));
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {})).toContain('createAsset');
  });

  it.each(['/openapi.json', '/schema.graphql'])('of %s again costs nothing when it is the same', async (path) => {
    const first = await person.get(path);
    const again = await person.get(path, { 'if-none-match': String(first.headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await person.get(path, { 'if-none-match': '"other"' });
    expect([other.status, other.text]).toEqual([200, first.text]);
  });

  it.each(['/openapi.json', '/schema.graphql'])('of %s is for signed-in people', async (path) => {
    expect((await world.nobody().get(path)).status).toBe(401);
  });
});

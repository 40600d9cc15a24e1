import { fieldsOf, type DtoClass } from '@st0r/dto';
import { pascal, type Resource } from '../../src/platform/resource';
import type { Caller } from '../caller';

type Json = Record<string, unknown>;

/** One answer, the same shape from both faces. */
export interface FaceAnswer {
  /** HTTP status, or the status in a GraphQL error's extensions. */
  status: number;
  /** Dotted code of a refusal. */
  code?: string;
  /** The record, or the page as `{data, next, before, total}`. */
  data?: unknown;
  /** What leads to the page before this one. */
  prev?: string | null;
  /** The refusal without its request id; two equal ones tell an outsider nothing. */
  refusal?: Json;
}

/** How a list is asked for; the same names on both faces. */
export interface Asking {
  org?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
  /** A `prev` of the same face. */
  back?: string;
  total?: boolean;
  archived?: string;
  q?: string;
  filter?: Record<string, Record<string, unknown>>;
}

/** The verbs of a resource over one face. */
export interface Face {
  readonly name: string;
  get(resource: Resource, id: string): Promise<FaceAnswer>;
  list(resource: Resource, asking?: Asking): Promise<FaceAnswer>;
  create(resource: Resource, body: Json): Promise<FaceAnswer>;
  update(resource: Resource, id: string, change: { patch: Json; version?: number }): Promise<FaceAnswer>;
  archive(resource: Resource, id: string): Promise<FaceAnswer>;
  restore(resource: Resource, id: string): Promise<FaceAnswer>;
}

/** Both faces of the API for one caller. */
export const facesOf = (caller: Caller): readonly [Face, Face] => [restOf(caller), graphqlOf(caller)];

function restOf(caller: Caller): Face {
  const answered = async (sent: ReturnType<Caller['get']>): Promise<FaceAnswer> => {
    const { status, body } = await sent;
    if (status < 400) return { status, data: body as Json };
    const { requestId: _, type: _type, title: _title, ...refusal } = body as Json;
    return { status, code: String(refusal['code']), refusal };
  };
  return {
    name: 'REST',
    get: ({ path }, id) => answered(caller.get(`/${path}/${id}`)),
    list: async ({ path }, asking = {}) => {
      const answer = await answered(caller.get(`/${path}${queryString(asking)}`));
      const body = answer.data as { data: unknown; page: { next: unknown; prev: string | null; total: unknown } };
      if (!answer.data) return answer;
      const { next, prev, total } = body.page;
      return { ...answer, data: { data: body.data, next, before: prev !== null, total }, prev };
    },
    create: async ({ path }, body) => asOk(await answered(caller.post(`/${path}`, body))),
    update: ({ path }, id, { patch, version }) =>
      answered(caller.patch(`/${path}/${id}`, patch, version === undefined ? {} : { 'if-match': `"v${version}"` })),
    archive: ({ path }, id) => answered(caller.post(`/${path}/${id}/archive`)),
    restore: ({ path }, id) => answered(caller.post(`/${path}/${id}/restore`)),
  };
}

function queryString({ filter = {}, back, ...asking }: Asking): string {
  const params = new URLSearchParams();
  const rest = back === undefined ? asking : { ...asking, cursor: back };
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) params.set(name, String(value));
  for (const [field, operators] of Object.entries(filter))
    for (const [operator, value] of Object.entries(operators)) params.set(`${field}[${operator}]`, String(value));
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** GraphQL has no 201. */
const asOk = (answer: FaceAnswer): FaceAnswer => (answer.status === 201 ? { ...answer, status: 200 } : answer);

const LIST_ARGUMENTS = {
  org: 'String',
  sort: '[String!]',
  first: 'Int',
  after: 'String',
  last: 'Int',
  before: 'String',
  total: 'Boolean',
  archived: 'String',
  q: 'String',
} as const;

function graphqlOf(caller: Caller): Face {
  const run = async (query: string, variables: Json): Promise<FaceAnswer> => {
    const { status, body } = await caller.graphql(query, variables);
    const [error] = ((body as Json)['errors'] ?? []) as { extensions?: Json }[];
    if (error) {
      const { requestId: _, ...refusal } = error.extensions ?? {};
      return { status: Number(refusal['status'] ?? status), code: String(refusal['code']), refusal };
    }
    return { status, data: ((body as Json)['data'] as Json)['answer'] };
  };
  const verb = (name: string, resource: Resource, id: string): Promise<FaceAnswer> =>
    run(`mutation ($id: ID!) { answer: ${name}${resource.title}(id: $id) ${selectionOf(resource.dto)} }`, { id });
  return {
    name: 'GraphQL',
    get: ({ noun, dto }, id) => run(`query ($id: ID!) { answer: ${noun}(id: $id) ${selectionOf(dto)} }`, { id }),
    list: async (resource, asking = {}) => {
      const answer = await run(...listQuery(resource, asking));
      const page = answer.data as { nodes: unknown; pageInfo: Json; totalCount: unknown } | undefined;
      if (!page) return answer;
      const { hasNextPage, endCursor, hasPreviousPage, startCursor } = page.pageInfo;
      const next = hasNextPage ? endCursor : null;
      const prev = hasPreviousPage ? String(startCursor) : null;
      return { ...answer, data: { data: page.nodes, next, before: prev !== null, total: page.totalCount }, prev };
    },
    create: ({ title, create, dto }, input) =>
      run(`mutation ($input: ${inputName(create)}!) { answer: create${title}(input: $input) ${selectionOf(dto)} }`, {
        input,
      }),
    update: ({ title, update, dto }, id, { patch, version }) =>
      run(
        `mutation ($id: ID!, $input: ${inputName(update)}!, $version: Int) { answer: update${title}(id: $id, input: $input, version: $version) ${selectionOf(dto)} }`,
        { id, input: patch, ...(version === undefined ? {} : { version }) },
      ),
    archive: (resource, id) => verb('archive', resource, id),
    restore: (resource, id) => verb('restore', resource, id),
  };
}

function listQuery({ plural, title, dto }: Resource, asking: Asking): [string, Json] {
  const { limit, cursor, back, sort, filter, ...rest } = asking;
  const given: Json = {
    ...rest,
    ...(limit === undefined ? {} : { [back === undefined ? 'first' : 'last']: limit }),
    ...(back === undefined ? {} : { before: back }),
    ...(cursor === undefined ? {} : { after: cursor }),
    ...(sort === undefined ? {} : { sort: sort.split(',') }),
  };
  const types: Record<string, string> = { ...LIST_ARGUMENTS, filter: `${title}Filter` };
  const variables: Json = { ...given, ...(filter ? { filter } : {}) };
  const names = Object.keys(variables);
  const declared = names.length > 0 ? `(${names.map((name) => `$${name}: ${types[name]}`).join(', ')})` : '';
  const passed = names.length > 0 ? `(${names.map((name) => `${name}: $${name}`).join(', ')})` : '';
  const page = `{ nodes ${selectionOf(dto)} pageInfo { startCursor hasPreviousPage endCursor hasNextPage } totalCount }`;
  return [`query ${declared} { answer: ${plural}${passed} ${page} }`, variables];
}

/** GraphQL name of an input class: `AssetCreateDto` -> `AssetCreateInput`. */
function inputName(dto: DtoClass | undefined): string {
  return `${pascal((dto?.name ?? '').replace(/Dto$/, ''))}Input`;
}

/** Every declared property of a DTO as a GraphQL selection. */
export function selectionOf(dto: DtoClass): string {
  const fields = fieldsOf(dto).map((spec) => (spec.of ? `${spec.name} ${selectionOf(spec.of())}` : spec.name));
  return `{ ${fields.join(' ')} }`;
}

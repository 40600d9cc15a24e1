import type { OpenAPIObject } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import { RATE_COST } from '../authorize/authorize.decorator';
import { scopesFor, type Access } from '../authorize';
import { HOUSE_TAGS, LIMIT_HEADERS, PROBLEM_SCHEMAS, REFUSALS, SUCCESSES } from './openapi-words';

type Operation = NonNullable<NonNullable<OpenAPIObject['paths'][string]>['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

const METHODS = ['get', 'post', 'patch', 'put', 'delete'] as const;
const UUID = { type: 'string', format: 'uuid' } as const;

/** One operation of the document, with the verb and address it is found at. */
export interface Described {
  method: (typeof METHODS)[number];
  path: string;
  operation: Operation & { 'x-access'?: Access; 'x-scopes'?: string[]; 'x-cost'?: number };
}

/** Every operation of a document, in its order. */
export function operationsOf(document: OpenAPIObject): Described[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );
}

/** Adds what holds for all operations and no handler should repeat: refusals, security, headers, prose of tags. */
export function refineOpenApi(document: OpenAPIObject): OpenAPIObject {
  const schemas = (document.components ??= {}).schemas ?? {};
  document.components.schemas = { ...schemas, ...PROBLEM_SCHEMAS };
  document.components.responses = Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [
      nameOf(status),
      { ...problemResponse(description), ...(status === '429' ? { headers: LIMIT_HEADERS } : {}) },
    ]),
  );
  for (const described of operationsOf(document)) {
    secure(described);
    nameHeaders(described);
    nameAnswers(described);
    nameRefusals(described);
  }
  nameTags(document);
  return document;
}

function secure({ operation }: Described): void {
  const access = operation['x-access'];
  if (!access || access.kind === 'public') return void (operation.security = []);
  operation.security = [{ cookie: [] }, { bearer: [] }];
  const scopes = scopesFor(access);
  if (!scopes) return;
  operation.security.push({ apiKey: [] });
  operation['x-scopes'] = scopes;
  operation['x-cost'] = RATE_COST[access.rate ?? 'plain'];
}

/** Headers every handler understands, and the shape of ids in addresses. */
function nameHeaders({ method, path, operation }: Described): void {
  const parameters = (operation.parameters ??= []);
  for (const parameter of parameters)
    if ('in' in parameter && parameter.in === 'path' && parameter.name === 'id') parameter.schema = UUID;
  if (method === 'patch' && path.endsWith('/{id}'))
    add(parameters, 'If-Match', 'The ETag you read. Another version answers 412 and changes nothing.');
  if (method === 'post')
    add(
      parameters,
      'Idempotency-Key',
      '8 to 128 letters, digits and . _ : - The same key within a day gets the first answer, unless that holds a secret.',
    );
}

function add(parameters: Parameter[], name: string, description: string): void {
  const known = parameters.some((one) => 'name' in one && one.name.toLowerCase() === name.toLowerCase());
  if (!known) parameters.push({ name, in: 'header', required: false, description, schema: { type: 'string' } });
}

function nameAnswers({ operation }: Described): void {
  for (const [status, response] of Object.entries(operation.responses))
    if (response && 'description' in response) response.description ||= SUCCESSES[status] ?? STATUS_CODES[status] ?? '';
}

function nameRefusals(described: Described): void {
  for (const status of refusalsOf(described))
    described.operation.responses[status] ??= { $ref: `#/components/responses/${nameOf(status)}` };
}

/** The refusals one operation can answer with. */
function refusalsOf({ method, path, operation }: Described): string[] {
  const access = operation['x-access'];
  const writes = method !== 'get';
  const stale = operation.parameters?.some((one) => 'name' in one && one.name.toLowerCase() === 'if-match');
  return [
    '400',
    ...(access?.kind === 'public' ? [] : ['401', '403']),
    ...(access?.kind === 'permission' || path.includes('{') ? ['404'] : []),
    ...(writes ? ['409'] : []),
    ...(stale ? ['412'] : []),
    '429',
  ];
}

function nameTags(document: OpenAPIObject): void {
  const used = new Set(operationsOf(document).flatMap(({ operation }) => operation.tags ?? []));
  const known = new Map((document.tags ?? []).map((tag) => [tag.name, tag]));
  document.tags = [...used].map((name) => known.get(name) ?? { name, description: HOUSE_TAGS[name] });
}

const nameOf = (status: string): string => (STATUS_CODES[status] ?? status).replaceAll(' ', '');

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

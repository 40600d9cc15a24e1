import { buildSchema, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLField, GraphQLInputType, GraphQLSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Caller } from '../caller';
import { NOBODY } from '../promises/stage';
import { verdictOf } from './checkpoint';

const SCHEMA = fileURLToPath(new URL('../../src/schema/schema.graphql', import.meta.url));
let schema: GraphQLSchema | undefined;

/** What a handler is asked about: an organisation named beside the request, or a record in its address. */
export interface About {
  org?: string;
  id?: string;
}

/** Asks the handler permissions.lock.json calls `name`; the smallest request that reaches its guard. */
export function ask(caller: Caller, name: string, about: About = {}): Promise<string> {
  const [face = '', rest = ''] = name.split(' ');
  if (face === 'query' || face === 'mutation') return askGraphql(caller, fieldOf(face, rest), { face, about });
  if (!METHODS.has(face)) throw new Error(`The matrix does not know how to ask "${name}": teach it in asking.ts.`);
  return askRest(caller, face as 'GET', addressOf(rest, about));
}

/** Whether a handler has a place for the name of an organisation, or for the id of a record. */
export function asksFor(name: string, what: 'org' | 'id'): boolean {
  const [face = '', rest = ''] = name.split(' ');
  if (face === 'query' || face === 'mutation') return fieldOf(face, rest).args.some((arg) => arg.name === what);
  return what === 'org' || rest.includes('/:id');
}

const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

function addressOf(path: string, { org, id = NOBODY }: About): string {
  const address = path
    .replace(':id', id)
    .replace(/:(?:revision|version|number|n)\b/g, '1')
    .replace(/:field\b/g, 'password')
    .replace(/:\w+/g, NOBODY);
  return org ? `${address}?org=${org}` : address;
}

async function askRest(
  caller: Caller,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
): Promise<string> {
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const answer = await (verb === 'get' || verb === 'delete' ? caller[verb](path) : caller[verb](path, {}));
  return verdictOf(answer.status, (answer.body as { code?: string }).code);
}

async function askGraphql(
  caller: Caller,
  field: Field,
  { face, about }: { face: string; about: About },
): Promise<string> {
  const given = field.args
    .filter((arg) => isNonNullType(arg.type) || (arg.name in about && about[arg.name as 'org'] !== undefined))
    .map((arg) => `${arg.name}: ${literalOf(arg, about)}`);
  const document = `${face} { ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selectionOf(field)} }`;
  const { status, body } = await caller.graphql(document);
  const { errors, code } = body as { errors?: [{ extensions?: { status?: number; code?: string } }]; code?: string };
  if (!errors) return verdictOf(status, code);
  const [{ extensions }] = errors;
  return verdictOf(extensions?.status ?? status, extensions?.code ?? 'no code');
}

type Field = GraphQLField<unknown, unknown>;

function fieldOf(face: 'query' | 'mutation', name: string): Field {
  schema ??= buildSchema(readFileSync(SCHEMA, 'utf8'));
  const type = face === 'query' ? schema.getQueryType() : schema.getMutationType();
  const field = type?.getFields()[name];
  if (!field) throw new Error(`schema.graphql has no ${face} ${name}.`);
  return field;
}

function selectionOf({ type }: Field): string {
  let inner: unknown = type;
  while (isNonNullType(inner) || isListType(inner)) inner = inner.ofType;
  return isObjectType(inner) ? '{ __typename }' : '';
}

const literalOf = ({ name, type }: GraphQLArgument, about: About): string =>
  name === 'org' || name === 'id' ? JSON.stringify(about[name] ?? NOBODY) : smallest(type);

/** The smallest literal a document may hold there; whether it means anything is asked behind the guard. */
function smallest(type: GraphQLInputType): string {
  if (isNonNullType(type)) return smallest(type.ofType as GraphQLInputType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((one) => isNonNullType(one.type));
    return `{ ${needed.map((one) => `${one.name}: ${smallest(one.type)}`).join(', ')} }`;
  }
  return PLAIN[type.name] ?? JSON.stringify('x');
}

const PLAIN: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  ID: JSON.stringify(NOBODY),
  Day: '"2026-01-31"',
  Moment: '"2026-01-31T00:00:00Z"',
};

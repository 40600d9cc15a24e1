import { buildSchema, getNamedType, isLeafType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BootCheck } from '../../src/platform/authorize/boot-check';
import type { Caller } from '../caller';
import { freeTexts } from './naughty.promise';
import { aBody, aRecord } from './records';
import { tenantResources, type Findings, type Stage } from './stage';

const SCHEMA = fileURLToPath(new URL('../../src/schema/schema.graphql', import.meta.url));
/** Answers that never end. */
const STREAMS = ['/me/events'];
/** Deep enough for the relations of a record in a list, and below what one document may cost. */
const DEPTH = 4;

/**
 * Fills every free text of a record of each kind in acme, changes it and lets the keeper open it, so that events,
 * history, search words, favourites and recents hold the canary as well. Answers how many records hold it.
 */
export async function plantCanaries(stage: Stage, canary: string): Promise<number> {
  const { keeper, acme } = stage;
  let planted = 0;
  for (const resource of tenantResources(stage)) {
    const texts = freeTexts(resource, 60).map(({ name }) => name);
    const body = await aBody(stage, resource, acme.id);
    const named = texts.find((name) => name in (body ?? {}));
    if (!body || !named) {
      await aRecord(stage, resource, acme);
      continue;
    }
    const sung = Object.fromEntries(texts.map((name) => [name, `${canary} ${name}`]));
    const { id } = await posted(keeper, resource.path, { recipe: body, sung });
    await keeper.patch(`/${resource.path}/${id}`, { [named]: `${canary} again` });
    await keeper.get(`/${resource.path}/${id}`);
    await keeper.post('/me/recents', { ids: [id] });
    planted += 1;
  }
  return planted;
}

type Body = Record<string, unknown>;

/** Some texts are time zones or addresses: what is refused is as the recipe has it, or left out. */
async function posted(keeper: Caller, path: string, { recipe, sung }: { recipe: Body; sung: Body }): Promise<Body> {
  const answer = await keeper.post(`/${path}`, { ...recipe, ...sung });
  if (answer.status === 201) return answer.body as Body;
  const refused = ((answer.body.errors ?? []) as { pointer: string }[]).map(({ pointer }) => pointer.slice(1));
  const kept = Object.fromEntries(Object.entries(sung).filter(([name]) => !refused.includes(name)));
  if (Object.keys(kept).length === Object.keys(sung).length)
    throw new Error(`POST /${path} answered ${answer.status}: ${answer.text.slice(0, 300)}`);
  return posted(keeper, path, { recipe, sung: kept });
}

/** Asks everything that can be read without naming a record, in every manner, and answers where the canary was shown. */
export async function whereItSings(stage: Stage, caller: Caller, canary: string): Promise<Findings> {
  const findings: Findings = [];
  for (const address of addressesOf(stage, canary)) {
    const { status, text } = await caller.get(address);
    if (status >= 500 || text.includes(canary)) findings.push(`${status} GET ${address}`);
  }
  for (const [name, document] of documentsOf(canary)) {
    const { status, text } = await caller.graphql(document);
    if (status >= 500 || text.includes(canary)) findings.push(`${status} query ${name}`);
  }
  return findings;
}

function addressesOf(stage: Stage, canary: string): string[] {
  const handlers = stage.world.app.get(BootCheck).handlers();
  const paths = handlers
    .map(({ name }) => name)
    .filter((name) => name.startsWith('GET ') && !name.includes(':'))
    .map((name) => name.slice('GET '.length))
    .filter((path) => !STREAMS.includes(path));
  const word = encodeURIComponent(canary);
  const manners = ['', '?limit=200&archived=any&total=true', `?q=${word}`, `?org=${stage.bravo.slug}&q=${word}`];
  const formats = ['csv', 'json'].map((format) => `?format=${format}&archived=any`);
  const grouped = stage.resources.flatMap(({ path, list }) =>
    Object.keys(list.shape.fields).map((field) => `/${path}?group=${field}`),
  );
  return [
    ...paths.flatMap((path) => (path.endsWith('/export') ? formats : manners).map((manner) => path + manner)),
    ...grouped,
  ];
}

function documentsOf(canary: string): [string, string][] {
  const fields = Object.values(buildSchema(readFileSync(SCHEMA, 'utf8')).getQueryType()?.getFields() ?? {});
  return fields
    .filter(({ args }) => args.every(({ type }) => !isNonNullType(type)))
    .map((field) => {
      const takes = (name: string): boolean => field.args.some((arg) => arg.name === name);
      const given = [takes('q') && `q: ${JSON.stringify(canary)}`, takes('first') && 'first: 20'].filter(Boolean);
      return [field.name, `{ ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${chosen(field, DEPTH)} }`];
    });
}

/** Every value below a field, and the values of the records it names. */
function chosen(field: GraphQLField<unknown, unknown>, depth: number): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  return ` { ${below(type, depth).join(' ')} }`;
}

function below(type: GraphQLObjectType, depth: number): string[] {
  const fields = Object.values(type.getFields()).filter(({ args }) => args.every((arg) => !isNonNullType(arg.type)));
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const objects = depth > 1 ? fields.filter((field) => isObjectType(getNamedType(field.type))) : [];
  const inner = objects.map((field) => `${field.name}${chosen(field, depth - 1)}`);
  return leaves.length + inner.length > 0 ? [...leaves, ...inner] : ['__typename'];
}

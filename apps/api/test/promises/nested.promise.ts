import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { declaredResources, permissionOf, type Resource } from '../../src/platform/resource';
import { accessOf } from '../../src/platform/resource/access-of';
import { aKey } from '../api-key';
import type { Caller } from '../caller';
import { facesOf, type FaceAnswer } from './faces';
import { aRecord } from './records';
import type { Findings, Stage } from './stage';

type Row = Record<string, unknown>;

/** A field of an object in the schema that leads to a record with rules of its own. */
export interface NestedPath {
  /** `Asset.site` */
  readonly name: string;
  readonly type: string;
  readonly field: string;
  /** Name of what it leads to: a resource, or `Ref`, which can be a record of any. */
  readonly target: string;
}

/** Pages of a list lead to the records the list itself was asked for. */
const PAGES = /(?:Connection|Edge)$/;

/** Every path from one object to a record with rules of its own, as the schema has them. */
export function nestedPaths(schema: GraphQLSchema): NestedPath[] {
  const titles = new Set(['Ref', ...declaredResources().map(({ title }) => title)]);
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !roots.has(type) && !type.name.startsWith('__') && !PAGES.test(type.name))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        name: `${type.name}.${field.name}`,
        type: type.name,
        field: field.name,
        target: getNamedType(field.type).name,
      })),
    )
    .filter(({ target }) => titles.has(target));
}

/** The relation behind a path, and the resource it leads to; undefined where some service fills it by hand. */
export function relationOf({ type, field }: NestedPath): { outer: Resource; inner: Resource } | undefined {
  const outer = declaredResources().find(({ title }) => title === type);
  const ref = outer?.refs[field];
  const inner = ref && declaredResources().find(({ entity }) => entity === ref.entity());
  return outer && inner ? { outer, inner } : undefined;
}

/** Whether somebody may read the outer record and not the inner one; only then is there anything to keep back. */
export function apart({ outer, inner }: { outer: Resource; inner: Resource }): boolean {
  const [from, to] = [accessOf(outer.access.read), accessOf(inner.access.read)];
  if (to?.kind === 'signedIn' || from?.kind === 'platform') return false;
  return permissionOf(outer.access.read) !== permissionOf(inner.access.read) || to?.kind === 'platform';
}

/** Who may read the outer record alone finds nothing behind the relation, whichever way they come to it. */
export async function innerIsKept(stage: Stage, path: NestedPath): Promise<Findings> {
  const relation = relationOf(path);
  if (!relation) return [`${path.name} is no relation`];
  const { outer, inner } = relation;
  const [record, target] = [await aRecord(stage, outer, stage.acme), await aRecord(stage, inner, stage.acme)];
  const { id } = record as { id: string };
  const named = { [outer.refs[path.field]!.id]: target['id'] };
  const [, graph] = facesOf(stage.keeper);
  const set = await graph.update(outer, id, { patch: named });
  const name = String(inOf(set, path.field)?.['name']);
  if (!inOf(set, path.field)) return [`${path.name} could not be set: ${JSON.stringify(set)}`];
  const findings: Findings = [];
  for (const [who, caller] of await readersOf(stage, outer))
    findings.push(
      ...(await found(caller, { outer, inner, id, target: String(target['id']), name, field: path.field, who })),
    );
  return findings;
}

type Asked = { outer: Resource; inner: Resource; id: string; target: string; name: string; field: string; who: string };

async function found(caller: Caller, { outer, inner, id, target, name, field, who }: Asked): Promise<Findings> {
  const findings: Findings = [];
  const say = (how: string, answer: unknown): void =>
    void findings.push(`${who}, ${how} ${outer.noun}.${field}: ${JSON.stringify(answer)?.slice(0, 300)}`);
  for (const face of facesOf(caller)) {
    const direct = await face.get(inner, target);
    if (direct.status < 400) say(`${face.name} read the inner record itself:`, direct);
    const got = await face.get(outer, id);
    if (got.status !== 200 || inOf(got, field) !== null) say(`${face.name} get`, got);
    const listed = await face.list(outer, { limit: 200 });
    const row = (listed.data as { data: Row[] } | undefined)?.data.find((one) => one['id'] === id);
    if (!row || row[field] !== null) say(`${face.name} list`, row ?? listed);
  }
  // Whatever else shows the list, heads of groups for one, holds the name no more than the list does.
  for (const query of [`group=${field}`, `sort=${field}`, `fields=id,${field}`]) {
    const answer = await caller.get(`/${outer.path}?limit=200&${query}`);
    if (answer.status < 500 && !answer.text.includes(name)) continue;
    say(`?${query}`, answer.text);
  }
  return findings;
}

const inOf = ({ data }: FaceAnswer, field: string): Row | null | undefined =>
  (data as Record<string, Row | null> | undefined)?.[field];

/** A person and a program that may read this in acme, and nothing else. */
async function readersOf(stage: Stage, outer: Resource): Promise<[string, Caller][]> {
  const permission = permissionOf(outer.access.read);
  if (!permission) throw new Error(`${outer.noun} is not read by a permission`);
  const role = await stage.keeper.post('/roles', {
    name: `Reads ${outer.noun} ${Date.now()}`,
    permissions: [permission],
  });
  const person = await stage.world.person();
  const member = { organisationId: stage.acme.id, userId: person.id, roleId: role.body.id };
  const joined = await stage.keeper.post('/memberships', member);
  if (joined.status !== 201) throw new Error(`POST /memberships answered ${joined.status}: ${joined.text}`);
  const key = await aKey(stage.world, stage.keeper, { organisations: [stage.acme], scopes: [permission] });
  return [
    ['A person', person],
    ['A program', key],
  ];
}

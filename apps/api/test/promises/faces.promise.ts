import { isDeepStrictEqual } from 'node:util';
import { fieldsOf } from '@st0r/dto';
import type { Resource } from '../../src/platform/resource';
import { facesOf, type Face, type FaceAnswer } from './faces';
import { aBody, aChange, aRecord } from './records';
import { NOBODY, type Findings, type Stage } from './stage';

type Json = Record<string, unknown>;
type Ask = (face: Face) => Promise<FaceAnswer>;

/** One record and one page look the same over REST and GraphQL, to the last property. */
export async function facesShowTheSame(stage: Stage, resource: Resource): Promise<Findings> {
  const record = await aRecord(stage, resource, stage.acme);
  await aRecord(stage, resource, stage.acme);
  const id = String(record['id']);
  const org = resource.tenant ? { org: stage.acme.slug } : {};
  const asks: Record<string, Ask> = {
    get: (face) => face.get(resource, id),
    list: (face) => face.list(resource, org),
    'first page': (face) => face.list(resource, { ...org, limit: 1, total: true }),
    'archived rows': (face) => face.list(resource, { ...org, archived: 'only' }),
    'sorted rows': (face) => face.list(resource, { ...org, sort: `-${sortable(resource)}`, limit: 2 }),
  };
  return compared(stage, resource, asks);
}

/** A record looks the same alone and in a list. */
export async function listsShowWholeRecords(stage: Stage, resource: Resource): Promise<Findings> {
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const findings: Findings = [];
  for (const face of facesOf(stage.keeper)) {
    const alone = (await face.get(resource, id)).data;
    const org = resource.tenant ? { org: stage.acme.slug } : {};
    const page = (await face.list(resource, { ...org, limit: 200 })).data as { data: Json[] };
    const listed = page.data.find((row) => row['id'] === id);
    if (!isDeepStrictEqual(alone, listed))
      findings.push(`${face.name} ${resource.noun}: ${JSON.stringify(alone)}, in a list ${JSON.stringify(listed)}`);
  }
  return findings;
}

/** A refusal has the same status, code, detail and field problems on both faces. */
export async function facesRefuseTheSame(stage: Stage, resource: Resource): Promise<Findings> {
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const body = (await aBody(stage, resource, NOBODY)) ?? {};
  const patch = aChange(resource);
  const asks: Record<string, Ask> = {
    'unknown record': (face) => face.get(resource, NOBODY),
    'no id at all': (face) => face.get(resource, 'not-an-id'),
    'unknown sort': (face) => face.list(resource, { sort: 'nothing' }),
    'empty page': (face) => face.list(resource, { limit: 0 }),
    'giant page': (face) => face.list(resource, { limit: 100_000 }),
    'broken cursor': (face) => face.list(resource, { cursor: 'broken' }),
    ...(resource.tenant ? { 'unknown organisation': (face: Face) => face.list(resource, { org: 'nowhere' }) } : {}),
    ...(resource.create && resource.tenant ? { 'create elsewhere': (face: Face) => face.create(resource, body) } : {}),
    ...(resource.update ? { 'stale version': (face: Face) => face.update(resource, id, { patch, version: 999 }) } : {}),
    ...(resource.update ? { 'update unknown': (face: Face) => face.update(resource, NOBODY, { patch }) } : {}),
    ...(resource.access.archive ? { 'archive unknown': (face: Face) => face.archive(resource, NOBODY) } : {}),
    ...overLong(resource, id),
  };
  return compared(stage, resource, asks, 'refused');
}

/** The first text property of an update, one character too long. */
function overLong(resource: Resource, id: string): Record<string, Ask> {
  const spec = resource.update && fieldsOf(resource.update).find((one) => one.kind === 'text' && !one.list);
  if (!spec) return {};
  const patch = { [spec.name]: 'x'.repeat((spec.max ?? 255) + 1) };
  return { 'over-long text': (face) => face.update(resource, id, { patch }) };
}

async function compared(
  stage: Stage,
  { noun }: Resource,
  ...[asks, outcome = 'answered']: [asks: Record<string, Ask>, outcome?: 'answered' | 'refused']
): Promise<Findings> {
  const [rest, graphql] = facesOf(stage.keeper);
  const findings: Findings = [];
  for (const [what, ask] of Object.entries(asks)) {
    const [one, other] = [plain(await ask(rest)), plain(await ask(graphql))];
    const refused = Number((one as Json)['status']) >= 400;
    if (!isDeepStrictEqual(one, other) || refused !== (outcome === 'refused'))
      findings.push(`${noun}, ${what}: REST ${JSON.stringify(one)}, GraphQL ${JSON.stringify(other)}`);
  }
  return findings;
}

/** Pointers into a query follow the face's own spelling; a part that says nothing may be null or left out. */
function plain(answer: FaceAnswer): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value: unknown) => {
    if (value === null) return undefined;
    return key === 'pointer' && /^\/(?:query\/|sort|first|after)/.test(String(value)) ? 'query' : value;
  }) as unknown;
}

function sortable({ list }: Resource): string {
  const [name] = Object.entries(list.shape.fields).find(([, field]) => field.sort) ?? [];
  return name ?? 'createdAt';
}

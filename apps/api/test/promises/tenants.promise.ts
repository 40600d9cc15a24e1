import { fieldsOf, type DtoClass } from '@st0r/dto';
import { isDeepStrictEqual } from 'node:util';
import { ownershipOf } from '../../src/platform/database';
import type { Resource } from '../../src/platform/resource';
import type { Caller } from '../caller';
import { facesOf, type Face, type FaceAnswer } from './faces';
import { aBody, aChange, aRecord } from './records';
import { NOBODY, tenantResources, type Findings, type Stage } from './stage';

type Json = Record<string, unknown>;

/** Every verb on a record of somebody else answers exactly what it answers for an id nobody has. */
export async function strangersFindNothing(stage: Stage, resource: Resource): Promise<Findings> {
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const findings: Findings = [];
  for (const face of facesOf(stage.stranger))
    for (const [verb, act] of verbsOf(resource, face)) {
      const [theirs, nobodys] = [await act(id), await act(NOBODY)];
      if (theirs.status !== 404 || !isDeepStrictEqual(theirs, nobodys))
        findings.push(`${face.name} ${verb} ${resource.noun}: ${shown(theirs)}, for an unknown id ${shown(nobodys)}`);
    }
  return findings;
}

function verbsOf(resource: Resource, face: Face): [string, (id: string) => Promise<FaceAnswer>][] {
  const { update, archive } = resource.access;
  const patch = aChange(resource);
  const verbs: [string, (id: string) => Promise<FaceAnswer>][] = [['get', (id) => face.get(resource, id)]];
  if (update && resource.update) verbs.push(['update', (id) => face.update(resource, id, { patch })]);
  if (archive)
    verbs.push(['archive', (id) => face.archive(resource, id)], ['restore', (id) => face.restore(resource, id)]);
  return verbs;
}

/** Naming a foreign organisation is 404; not naming one lists only one's own; no filter reaches further. */
export async function listsStayAtHome(stage: Stage, resource: Resource): Promise<Findings> {
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const findings: Findings = [];
  for (const face of facesOf(stage.stranger)) {
    const unknown = await face.list(resource, { org: NOBODY });
    for (const org of [stage.acme.id, stage.acme.slug]) {
      const answer = await face.list(resource, { org });
      if (answer.status !== 404 || !isDeepStrictEqual(answer, unknown))
        findings.push(`${face.name} list ${resource.noun}?org=${org}: ${shown(answer)}`);
    }
    for (const asking of [{}, { archived: 'any' }, ...idFilters(resource, id, stage.acme.id)]) {
      const answer = await face.list(resource, { limit: 200, total: true, ...asking });
      if (answer.status !== 200) findings.push(`${face.name} list ${resource.noun}: ${shown(answer)}`);
      const rows = (answer.data as { data?: Json[] } | undefined)?.data ?? [];
      const foreign = rows.filter((row) => row['id'] === id || row['organisationId'] === stage.acme.id);
      if (foreign.length > 0) findings.push(`${face.name} list ${resource.noun} ${JSON.stringify(asking)} shows acme`);
    }
  }
  return findings;
}

function idFilters({ list }: Resource, ...ids: string[]): { filter: Record<string, Record<string, string>> }[] {
  const fields = Object.entries(list.shape.fields).filter(([, field]) => field.kind === 'id' && field.filter);
  return fields.flatMap(([name]) => ids.map((id) => ({ filter: { [name]: { eq: id } } })));
}

/** Nobody creates in an organisation that is not theirs; nothing is left behind by trying. */
export async function strangersCreateNothing(stage: Stage, resource: Resource): Promise<Findings> {
  const findings: Findings = [];
  for (const face of facesOf(stage.stranger)) {
    const theirs = await aBody(stage, resource, stage.acme.id);
    if (!theirs || !resource.create) return [];
    const before = await rowsOf(stage, resource);
    const answer = await face.create(resource, theirs);
    const nobodys = await face.create(resource, { ...theirs, organisationId: NOBODY });
    if (answer.status !== 404 || !isDeepStrictEqual(answer, nobodys))
      findings.push(
        `${face.name} create ${resource.noun} in acme: ${shown(answer)}, in no organisation ${shown(nobodys)}`,
      );
    if ((await rowsOf(stage, resource)) !== before) findings.push(`${face.name} create ${resource.noun} left a row`);
  }
  return findings;
}

/** A record of bravo that names a record of acme is refused with a pointer to the property that named it. */
export async function foreignIdsAreRefused(stage: Stage, resource: Resource): Promise<Findings> {
  const findings: Findings = [];
  for (const [property, foreign] of await foreignIds(stage, resource)) {
    for (const face of facesOf(stage.keeper)) {
      const say = (verb: string, answer: FaceAnswer): void => {
        if (!refuses(answer, property))
          findings.push(`${face.name} ${verb} ${resource.noun}.${property}: ${shown(answer)}`);
      };
      const body = await aBody(stage, resource, stage.bravo.id);
      if (body && has(resource.create, property))
        say('create', await face.create(resource, { ...body, [property]: foreign }));
      if (!has(resource.update, property)) continue;
      const { id } = (await aRecord(stage, resource, stage.bravo)) as { id: string };
      say('update', await face.update(resource, id, { patch: { [property]: foreign } }));
    }
  }
  return findings;
}

function refuses({ status, refusal }: FaceAnswer, property: string): boolean {
  const errors = (refusal?.['errors'] ?? []) as { pointer: string }[];
  return status === 404 && errors.some((error) => error.pointer === `/${property}`);
}

async function foreignIds(stage: Stage, resource: Resource): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const ref of Object.values(resource.refs)) {
    const owner = ownershipOf(ref.entity());
    if (owner.kind !== 'organisation') continue;
    const target = stage.resources.find((one) => ownershipOf(one.entity).noun === owner.noun);
    if (target) found.push([ref.id, String((await aRecord(stage, target, stage.acme))['id'])]);
  }
  return found;
}

const has = (dto: DtoClass | undefined, property: string): boolean =>
  dto !== undefined && fieldsOf(dto).some((spec) => spec.name === property);

/** An administrator of the platform without a role sees, finds and changes nothing. */
export async function administratorsSeeNothing(stage: Stage, resource: Resource): Promise<Findings> {
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const findings: Findings = [];
  for (const face of facesOf(stage.admin)) {
    const acts: [string, () => Promise<FaceAnswer>][] = [
      ['list', () => face.list(resource)],
      ['list of acme', () => face.list(resource, { org: stage.acme.slug })],
      ...verbsOf(resource, face).map(([verb, act]): [string, () => Promise<FaceAnswer>] => [verb, () => act(id)]),
    ];
    for (const [verb, act] of acts) {
      const answer = await act();
      if (answer.status !== 403 && answer.status !== 404)
        findings.push(`${face.name} ${verb} ${resource.noun}: ${shown(answer)}`);
    }
  }
  return findings;
}

/** A route with a record in its address, as the boot check knows it: `POST /credentials/:id/reveal`. */
export async function routeRefusesStrangers(stage: Stage, route: string): Promise<Findings> {
  const [method = 'GET', path = ''] = route.split(' ');
  const resource = tenantResources(stage).find((one) => path.startsWith(`/${one.path}/:id`));
  if (!resource) return [];
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const ask = (record: string): Promise<unknown> => outcome(stage.stranger, method, address(path, record));
  const [theirs, nobodys] = [await ask(id), await ask(NOBODY)];
  return isDeepStrictEqual(theirs, nobodys) && (theirs as { status: number }).status >= 400
    ? []
    : [`${route}: ${JSON.stringify(theirs)}, for an unknown id ${JSON.stringify(nobodys)}`];
}

const address = (path: string, id: string): string =>
  path
    .replace(':id', id)
    .replace(/:(?:revision|version|number|n)\b/g, '1')
    .replace(/:field\b/g, 'password')
    .replace(/:\w+/g, NOBODY);

async function outcome(caller: Caller, method: string, path: string): Promise<{ status: number; body: Json }> {
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete';
  const answer = await (verb === 'post' || verb === 'patch' ? caller[verb](path, {}) : caller[verb](path));
  const { requestId: _, ...body } = answer.body as Json;
  return { status: answer.status, body };
}

async function rowsOf(stage: Stage, { entity }: Resource): Promise<number> {
  const [row] = await stage.world.sql<{ n: number }>(`SELECT COUNT(*) AS n FROM \`${ownershipOf(entity).table}\``);
  return Number(row?.n);
}

const shown = ({ status, code, refusal }: FaceAnswer): string =>
  `${status} ${code ?? ''} ${refusal ? JSON.stringify(refusal) : ''}`.trim();

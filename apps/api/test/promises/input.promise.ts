import { fieldsOf, type DtoClass, type FieldSpec } from '@st0r/dto';
import { ownershipOf } from '../../src/platform/database';
import type { Resource } from '../../src/platform/resource';
import type { Answer } from '../caller';
import { aBody, aRecord } from './records';
import type { Findings, Stage } from './stage';

type Json = Record<string, unknown>;

/** One wrong value for one property; `pointer` is where the answer must point. */
interface Wrong {
  what: string;
  body: Json;
  pointer: string;
}

const LONE = '\ud800';

/** Everything that can be wrong with one property, by its declaration. */
function wrongValues(spec: FieldSpec): [string, unknown][] {
  const values: [string, unknown][] = [
    ['another type', spec.kind === 'text' || spec.kind === 'secret' ? 4711 : Symbol.for('text')],
    ['a list where none belongs', spec.list ? 'no list' : [['nested']]],
    ['true', spec.kind === 'flag' ? 'true' : true],
  ];
  if (!spec.nullable) values.push(['null', null]);
  if (spec.list) values.push(['too many entries', Array.from({ length: (spec.maxItems ?? 200) + 1 }, () => null)]);
  const one: [string, unknown][] = spec.list ? [] : scalarTraps(spec);
  return [...values, ...one].map(([what, value]) => [what, value === Symbol.for('text') ? 'not that' : value]);
}

function scalarTraps(spec: FieldSpec): [string, unknown][] {
  switch (spec.kind) {
    case 'text':
    case 'secret':
      return [
        ['one character too many', '\u{1F512}'.repeat((spec.max ?? 255) + 1)],
        ['half a character', `a${LONE}`],
        ['NUL', 'a\u0000b'],
        ['an object', { toString: 'x' }],
      ];
    case 'int':
    case 'money':
      return [
        ['a fraction', 1.5],
        ['more than fits', 1e300],
        ['a number as text', '1'],
        ['beyond the range', (spec.max ?? 1e15) + 1],
      ];
    case 'decimal':
      return [
        ['more than fits', 1e300],
        ['a number as text', '1.5'],
      ];
    case 'day':
      return [
        ['a day that never was', '2026-02-30'],
        ['a moment', '2026-01-31T00:00:00Z'],
        ['year zero', '0000-00-00'],
      ];
    case 'moment':
      return [['a moment without zone', '2026-01-31T00:00:00']];
    case 'id':
      return [
        ['no UUID', '1'],
        ['an injection', "' OR 1=1 -- "],
      ];
    case 'choice':
      return [
        ['another choice', 'nonsense'],
        ['a prototype key', 'constructor'],
      ];
    default:
      return [];
  }
}

function wrongBodies(dto: DtoClass, base: Json): Wrong[] {
  const wrong = fieldsOf(dto).flatMap((spec): Wrong[] => {
    const values = wrongValues(spec).map(([what, value]): Wrong => ({
      what: `${what} for ${spec.name}`,
      body: { ...base, [spec.name]: value },
      pointer: `/${spec.name}`,
    }));
    const { [spec.name]: _, ...without } = base;
    const missing = { what: `no ${spec.name}`, body: without, pointer: `/${spec.name}` };
    return spec.optional ? values : [...values, missing];
  });
  const unknown = ['surprise', 'id', 'version', 'createdAt', 'archivedAt', 'organisation_id', 'a/b~c'].filter(
    (name) => !fieldsOf(dto).some((spec) => spec.name === name),
  );
  return [
    ...wrong,
    ...unknown.map((name) => ({
      what: `unknown ${name}`,
      body: { ...base, [name]: 1 },
      pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    })),
  ];
}

/** Every wrong value of every property is refused with a pointer to it; nothing is written. */
export async function wrongInputIsRefused(stage: Stage, resource: Resource): Promise<Findings> {
  const findings: Findings = [];
  const { id } = (await aRecord(stage, resource, stage.acme)) as { id: string };
  const before = await contents(stage, resource);
  const check = (what: string, pointer: string, answer: Answer): void => {
    const errors = (answer.body.errors ?? []) as { pointer: string; code: string; detail: string }[];
    const pointed = errors.some((one) => one.pointer.startsWith(pointer) && one.code && one.detail);
    if (answer.status !== 400 || !pointed)
      findings.push(`${resource.noun}, ${what}: ${answer.status} ${answer.text.slice(0, 200)}`);
  };
  if (resource.create) {
    const base = (await aBody(stage, resource, stage.acme.id)) ?? {};
    for (const { what, body, pointer } of wrongBodies(resource.create, base))
      check(`create with ${what}`, pointer, await stage.keeper.post(`/${resource.path}`, body));
  }
  if (resource.update)
    for (const { what, body, pointer } of wrongBodies(resource.update, {}))
      if (!what.startsWith('no '))
        check(`update with ${what}`, pointer, await stage.keeper.patch(`/${resource.path}/${id}`, body));
  if ((await contents(stage, resource)) !== before) findings.push(`${resource.noun}: something was written`);
  return findings;
}

/** Raw bodies no JSON client sends: each a 4xx problem with a code, never a 500, nothing written. */
export async function brokenBodiesAreRefused(stage: Stage, resource: Resource): Promise<Findings> {
  if (!resource.create) return [];
  const base = JSON.stringify((await aBody(stage, resource, stage.acme.id)) ?? {});
  const open = base.slice(0, -1);
  const bodies: Record<string, Buffer | string> = {
    'invalid UTF-8': Buffer.concat([Buffer.from(`${open},"x":"`), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
    'half a document': open,
    __proto__: `${open},"__proto__":{"platformAdmin":true}}`,
    constructor: `${open},"constructor":{"prototype":{"x":1}}}`,
    'a key given twice': `${open},"organisationId":"${stage.bravo.id}","name":"a","name":"b"}`,
    'an array': `[${base}]`,
    'a text': '"text"',
    null: 'null',
    'a number beyond all': `${open},"surprise":1e999}`,
    'sixty thousand brackets': `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    'a comment': `${base} // trailing`,
    'more than a mebibyte': `${open},"surprise":"${'x'.repeat(1024 * 1024)}"}`,
    UTF16: Buffer.from(base, 'utf16le'),
  };
  const before = await contents(stage, resource);
  const findings: Findings = [];
  for (const [what, payload] of Object.entries(bodies)) {
    const response = await send(stage, `/api/v1/${resource.path}`, payload);
    const wanted = what === 'more than a mebibyte' ? [413] : [400];
    if (!wanted.includes(response.status) || typeof response.body['code'] !== 'string')
      findings.push(`${resource.noun}, ${what}: ${response.status} ${JSON.stringify(response.body).slice(0, 200)}`);
  }
  const form = await send(stage, `/api/v1/${resource.path}`, 'name=x', 'application/x-www-form-urlencoded');
  if (form.status !== 415) findings.push(`${resource.noun}, a form: ${form.status}`);
  if ((await contents(stage, resource)) !== before) findings.push(`${resource.noun}: something was written`);
  if ('platformAdmin' in {}) findings.push('the prototype of all objects was changed');
  return findings;
}

/** A request as it stands on the wire. */
export async function send(
  { world, keeper }: Stage,
  ...[url, payload, type = 'application/json']: [url: string, payload: Buffer | string, type?: string]
): Promise<{ status: number; body: Json }> {
  const headers = { ...keeper.identity, 'content-type': type };
  const response = await world.app.inject({ method: 'POST', url, headers, payload });
  const json = String(response.headers['content-type']).includes('json');
  return { status: response.statusCode, body: json ? (JSON.parse(response.body) as Json) : {} };
}

async function contents({ world }: Stage, { entity }: Resource): Promise<string> {
  return JSON.stringify(await world.sql(`SELECT * FROM \`${ownershipOf(entity).table}\` ORDER BY id`));
}

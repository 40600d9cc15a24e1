import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import lock from '../../src/schema/permissions.lock.json';
import type { Access } from '../../src/platform/authorize';
import { declaredResources, type Resource } from '../../src/platform/resource';
import { aRecord } from '../promises/records';
import { NOBODY, type Stage } from '../promises/stage';
import { aWorld, type TestOrganisation, type World } from '../world';
import { THROUGH, CheckpointModule, whileDown } from './checkpoint';
import { ask, asksFor } from './asking';
import { outsiders, predicted, templates, type Standing } from './standings';

const HANDLERS = Object.entries(lock as Record<string, Access>);
const GUARDED = HANDLERS.filter(([, access]) => access.kind !== 'public');
const GRANTED = HANDLERS.filter(([, access]) => access.kind === 'permission');

let world: World;
let acme: TestOrganisation;
let bravo: TestOrganisation;
let roles: Standing[];
let others: Standing[];
beforeAll(async () => {
  world = await aWorld({}, [CheckpointModule]);
  [acme, bravo] = [await world.organisation('Acme'), await world.organisation('Bravo')];
  [roles, others] = [await templates(world, acme), await outsiders(world, acme)];
});
afterAll(() => world.close());

/** Everybody asks every handler; answers the cells that were not as predicted. */
async function cells(handlers: typeof HANDLERS, who: readonly Standing[]): Promise<{ asked: number; wrong: string[] }> {
  const wrong: string[] = [];
  for (const [name, access] of handlers)
    await everybody(who, async (one) => {
      const answer = await ask(one.caller, name);
      const right = predicted(access, one);
      if (answer !== right && !answer.startsWith(`${right} `))
        wrong.push(`${name} for ${one.name}: ${answer}, not ${right}`);
    });
  return { asked: handlers.length * who.length, wrong };
}

describe('R05 every route and field of permissions.lock.json', () => {
  it('decides for each role template as the lock file says', async () => {
    const { asked, wrong } = await whileDown(() => cells(HANDLERS, roles));
    expect(wrong).toEqual([]);
    expect(asked).toBe(HANDLERS.length * 9);
  });

  it('R13 R15 T07 opens nothing for whoever is not, not yet, or no longer a member, administrators included', async () => {
    const { wrong } = await whileDown(() => cells(GUARDED, others));
    expect(wrong).toEqual([]);
  });

  it('would be found to let in more, or fewer, than the lock file says', async () => {
    const permission = 'audit.export';
    const { wrong } = await whileDown(() => cells([['GET /sites', { kind: 'permission', permission }]], roles));
    expect(wrong).toContain('GET /sites for billing: through, not 403 permission.missing');
    const falsified: Access = { kind: 'permission', permission: 'org.read' };
    const closed = await whileDown(() => cells([['query events', falsified]], roles));
    expect(closed.wrong).toContain('query events for billing: 403 permission.missing, not through');
  });
});

describe('R05 another organisation', () => {
  it('is not there for any role template, on any route or field that takes its name', async () => {
    const naming = GRANTED.filter(([name]) => asksFor(name, 'org'));
    expect(naming.length).toBeGreaterThan(120);
    const wrong: string[] = [];
    const inside = [...roles, ...others.filter(({ out, enrolling }) => !out && !enrolling)];
    for (const [name] of naming)
      await everybody(inside, async (one) => {
        const answer = await ask(one.caller, name, { org: bravo.slug });
        if (answer !== '404 organisation.not_found') wrong.push(`${name} for ${one.name}: ${answer}`);
      });
    expect(wrong).toEqual([]);
  });

  it('R06 shows no record of it: what is answered is what an id nobody has is answered', async () => {
    const stage = await stageOf();
    const wrong: string[] = [];
    let asked = 0;
    for (const resource of declaredResources().filter(({ tenant }) => tenant)) {
      const id = String((await aRecord(stage, resource, bravo))['id']);
      const handlers = GRANTED.filter(([name]) => asksFor(name, 'id') && isAbout(resource, name));
      asked += handlers.length;
      for (const [name, access] of handlers)
        await everybody(roles, async (one) => {
          const [theirs, nobodys] = [await ask(one.caller, name, { id }), await ask(one.caller, name, { id: NOBODY })];
          const right = predicted(access, one) === THROUGH ? /^4(?:00|04) / : /^403 permission\.missing$/;
          if (theirs !== nobodys || !right.test(theirs)) wrong.push(`${name} for ${one.name}: ${theirs}, ${nobodys}`);
        });
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(80);
  });
});

describe('R05 their own organisation', () => {
  it('is read by each role template that may, over both faces, and by no other', async () => {
    const stage = await stageOf();
    const wrong: string[] = [];
    for (const resource of declaredResources().filter(({ tenant }) => tenant)) {
      const id = String((await aRecord(stage, resource, acme))['id']);
      for (const [name, access] of GRANTED.filter(([handler]) => reads(resource, handler)))
        await everybody(roles, async (one) => {
          const answer = await ask(one.caller, name, name.startsWith('GET') ? { id, org: acme.slug } : { id });
          const right = predicted(access, one) === THROUGH ? '200 ok' : '403 permission.missing';
          if (answer !== right) wrong.push(`${name} for ${one.name}: ${answer}, not ${right}`);
        });
    }
    expect(wrong).toEqual([]);
  });
});

const everybody = (who: readonly Standing[], act: (one: Standing) => Promise<void>): Promise<unknown> =>
  Promise.all(who.map(act));

/** Owner of both organisations, for making records. */
async function stageOf(): Promise<Stage> {
  const both = [acme, bravo].map((one): [TestOrganisation, string] => [one, 'owner']);
  const keeper = await world.person({ platformAdmin: true, roles: both });
  return { world, resources: declaredResources(), acme, bravo, keeper, stranger: keeper, admin: keeper };
}

const isAbout = ({ path, noun, title }: Resource, name: string): boolean =>
  name.includes(` /${path}/:id`) || name === `query ${noun}` || (name.startsWith('mutation') && name.endsWith(title));

const reads = ({ path, noun, plural }: Resource, name: string): boolean =>
  [`GET /${path}`, `GET /${path}/:id`, `GET /${path}/export`, `query ${noun}`, `query ${plural}`].includes(name);

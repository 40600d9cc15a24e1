import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { BootCheck } from '../../src/platform/authorize/boot-check';
import { declaredResources } from '../../src/platform/resource';
import { aStage, type Stage } from './stage';
import {
  administratorsSeeNothing,
  foreignIdsAreRefused,
  listsStayAtHome,
  routeRefusesStrangers,
  strangersCreateNothing,
  strangersFindNothing,
} from './tenants.promise';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe.each(declaredResources().filter((one) => one.tenant))('a $noun of another organisation', (resource) => {
  it('R06 is not there for any verb over REST and GraphQL', async () => {
    expect(await strangersFindNothing(stage, resource)).toEqual([]);
  });
  it('is in no list, whatever organisation or id is asked for', async () => {
    expect(await listsStayAtHome(stage, resource)).toEqual([]);
  });
  it('cannot be created', async () => {
    expect(await strangersCreateNothing(stage, resource)).toEqual([]);
  });
  it('R06 R08 names no record across the border', async () => {
    expect(await foreignIdsAreRefused(stage, resource)).toEqual([]);
  });
  it('R13 stays closed for platform administrators without a role', async () => {
    expect(await administratorsSeeNothing(stage, resource)).toEqual([]);
  });
});

describe('routes with a record in their address', () => {
  it('answer for a foreign record what they answer for one nobody has', async () => {
    const routes = stage.world.app
      .get(BootCheck)
      .handlers()
      .map((handler) => handler.name)
      .filter((name) => name.includes('/:id'));
    expect(routes.length).toBeGreaterThan(10);
    const findings: string[] = [];
    for (const route of routes) findings.push(...(await routeRefusesStrangers(stage, route)));
    expect(findings).toEqual([]);
  });
});

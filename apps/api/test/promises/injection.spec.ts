import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources } from '../../src/platform/resource';
import { textsStayTexts } from './injection.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe('R12 what is written into an address', () => {
  it.each(declaredResources().filter((one) => one.tenant))('stays text in the list of $plural', async (resource) => {
    expect(await textsStayTexts(stage, resource)).toEqual([]);
  });

  it('drops no table', async () => {
    expect((await stage.keeper.get('/assets')).status).toBe(200);
  });
});

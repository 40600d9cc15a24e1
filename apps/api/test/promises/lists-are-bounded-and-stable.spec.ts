import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources } from '../../src/platform/resource';
import { fill, listsAreBounded, listsCostTheSame, pagesShowEachRowOnce } from './lists.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe.each(declaredResources())('a list of $plural', (resource) => {
  // One organisation cannot be a hundred; its list is walked all the same.
  beforeAll(async () => {
    if (resource.noun !== 'organisation') await fill(stage, resource);
  });

  it('is bounded and refuses what it does not know', async () => {
    expect(await listsAreBounded(stage, resource)).toEqual([]);
  });
  it('costs the same for fifty rows as for one, and on every page', async () => {
    expect(await listsCostTheSame(stage, resource)).toEqual([]);
  });
});

describe.each(declaredResources().filter((one) => one.noun !== 'organisation'))('pages of $plural', (resource) => {
  it('show each of more than a hundred rows once, by every sort key and in both directions', async () => {
    expect(await pagesShowEachRowOnce(stage, resource)).toEqual([]);
  });
});

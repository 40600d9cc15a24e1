import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources } from '../../src/platform/resource';
import { facesRefuseTheSame, facesShowTheSame, listsShowWholeRecords } from './faces.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe.each(declaredResources())('REST and GraphQL agree about a $noun', (resource) => {
  it('when they show it and its lists', async () => {
    expect(await facesShowTheSame(stage, resource)).toEqual([]);
  });
  it('alone and in a list', async () => {
    expect(await listsShowWholeRecords(stage, resource)).toEqual([]);
  });
  it('when they refuse', async () => {
    expect(await facesRefuseTheSame(stage, resource)).toEqual([]);
  });
});

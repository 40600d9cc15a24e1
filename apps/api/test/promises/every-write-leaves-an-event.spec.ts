import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import '../../src/modules';
import { declaredResources } from '../../src/platform/resource';
import { noEventNoWrite, refusedWritesLeaveNone, writesLeaveEvents } from './events.promise';
import { aStage, type Stage } from './stage';

let stage: Stage;
beforeAll(async () => {
  stage = await aStage();
});
afterAll(() => stage.world.close());

describe.each(declaredResources())('a $noun', (resource) => {
  it('leaves one event for each write, with who, where, what and in which request', async () => {
    expect(await writesLeaveEvents(stage, resource)).toEqual([]);
  });
  it('leaves no event for a write that was refused', async () => {
    expect(await refusedWritesLeaveNone(stage, resource)).toEqual([]);
  });
  it('is not written while the audit log cannot be written', async () => {
    expect(await noEventNoWrite(stage, resource)).toEqual([]);
  });
});

import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { RoleSeed } from './modules/access';
import { CatalogueSeed } from './modules/assets';
import { HOUSE_ACTOR, RequestContext } from './platform/context';
import { PlatformKeys } from './platform/keys';

/** Work inside a request context of the house itself: start-up and the command line. */
export function asHouse<T>(app: INestApplicationContext, work: () => Promise<T>): Promise<T> {
  const origin = { requestId: randomUUID(), ip: null, userAgent: 'clientst0r' };
  const context = app.get(RequestContext);
  return context.run(origin, () => {
    context.become(HOUSE_ACTOR);
    return work();
  });
}

/** What every start makes sure of: role templates and the catalogue of models. */
export async function startUp(app: INestApplicationContext): Promise<void> {
  if (app.get(PlatformKeys).sealedBecause) return;
  await asHouse(app, async () => {
    await app.get(RoleSeed).run();
    await app.get(CatalogueSeed).run();
  });
}

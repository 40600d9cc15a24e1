import type { World } from '../../test/world';
import { RequestContext } from '../platform/context';
import { DemoData } from './demo-data';

/** Loads the sample data as `st0r demo load` does; answers what that prints. */
export function loadSample({ app }: World): Promise<string> {
  const origin = { requestId: 'sample', ip: null, userAgent: null };
  return app.get(RequestContext).run(origin, () => app.get(DemoData).loadWithPeople());
}

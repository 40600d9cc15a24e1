import { DataSource, type Logger } from 'typeorm';
import type { World } from '../world';

/** The statements `work` sends, transaction control left out. */
export async function statementsOf(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const source = world.app.get(DataSource);
  const before = source.logger;
  const seen: string[] = [];
  const note = (query: string): void => {
    before.logQuery(query);
    if (!/^(?:START|COMMIT|ROLLBACK|SET|SAVEPOINT|RELEASE)\b/i.test(query)) seen.push(query);
  };
  source.logger = Object.assign(Object.create(before) as Logger, { logQuery: note });
  try {
    await work();
  } finally {
    source.logger = before;
  }
  return seen;
}

import { DataSource, type Logger } from 'typeorm';
import type { World } from '../world';

/** Read again every few seconds and at least once a minute: which request pays for them depends on the clock alone. */
const BY_THE_CLOCK = /^(?:SELECT value FROM platform_setting|UPDATE session SET last_seen_at)\b/i;

/** The statements `work` sends, without transaction control and what only the clock decides. */
export async function statementsOf(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const source = world.app.get(DataSource);
  const before = source.logger;
  const seen: string[] = [];
  const note = (query: string): void => {
    before.logQuery(query);
    if (!/^(?:START|COMMIT|ROLLBACK|SET|SAVEPOINT|RELEASE)\b/i.test(query) && !BY_THE_CLOCK.test(query))
      seen.push(query);
  };
  source.logger = Object.assign(Object.create(before) as Logger, { logQuery: note });
  try {
    await work();
  } finally {
    source.logger = before;
  }
  return seen;
}

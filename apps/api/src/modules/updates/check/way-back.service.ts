import { Injectable } from '@nestjs/common';
import { SchemaUse } from '../../../platform/database/schema-use';
import { schemaSteps, type SchemaStep } from '../schema-steps';
import type { RunningRelease } from '../shelf/running-release';
import { blocker, ok, warning, type Obstacle } from './obstacles.service';
import type { PendingStep } from './pending-steps.service';

/**
 * Tables without an entity, and columns of them as `table.column`, that a step of this release or of one before has made and
 * that its programs do without: a release after it may take them away. What an entity describes needs no line here.
 */
const RETIRED: readonly string[] = [];

/** Whether the updater could go back to the release that runs now, on the schema of the newer one. */
@Injectable()
export class WayBack {
  constructor(private readonly use: SchemaUse) {}

  async look(steps: readonly PendingStep[], { version }: Pick<RunningRelease, 'version'>): Promise<Obstacle> {
    const named = needsOf(await schemaSteps());
    const needed = steps.flatMap(({ name, drops }) =>
      drops.filter((thing) => this.use.needs(thing) ?? named(thing)).map((thing) => `${name} removes ${thing}`),
    );
    if (needed.length === 0) return removing(steps);
    return blocker(
      'way back',
      `${needed.join(', ')}, which release ${version} needs: it could not run again if the update fails. Bring a release in between that does without it.`,
    );
  }
}

/** What statements of its own a release of these steps may use; of a table no entity describes, that is every column. */
export function needsOf(own: readonly SchemaStep[], retired: readonly string[] = RETIRED): (thing: string) => boolean {
  // These the program that takes the steps makes for itself.
  const made = new Set(['schema_migration', 'row_secret']);
  const gone = new Set(retired);
  for (const { tables, drops } of own) {
    for (const table of tables) made.add(table);
    for (const thing of drops) gone.add(thing);
  }
  return (thing) => {
    const [table = ''] = thing.split('.');
    return made.has(table) && !gone.has(table) && !gone.has(thing);
  };
}

function removing(steps: readonly PendingStep[]): Obstacle {
  const names = steps.filter(({ removes }) => removes).map(({ name }) => name);
  if (names.length === 0)
    return ok('way back', 'The steps of the schema only add: this release could go on with them.');
  return warning(
    'way back',
    `These steps take something away; if this release still uses it, only the backup leads back: ${names.join(', ')}`,
  );
}

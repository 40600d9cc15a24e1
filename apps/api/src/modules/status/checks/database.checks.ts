import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { SealWatch } from '../../../platform/events';
import { SchemaState } from '../../../platform/health/schema-state';
import { ok, warning, wrong, type Check, type Verdict } from '../finding';

const OLDEST = [10, 11];
/** Codes and limits become doubtful; a warning long before. */
const SKEW_WARNING = 5;
const SKEW_WRONG = 30;

/** The database: which it is, whether its schema fits, whether its clock agrees with ours. */
@Injectable()
export class DatabaseChecks {
  readonly checks: readonly Check[] = [
    { name: 'database', look: () => this.server() },
    { name: 'schema', look: () => this.steps() },
    { name: 'clock', look: () => this.clock() },
    { name: 'seals', look: () => this.sealing() },
  ];

  constructor(
    private readonly sql: Sql,
    private readonly schema: SchemaState,
    private readonly seals: SealWatch,
  ) {}

  private async server(): Promise<Verdict> {
    const [row] = await this.sql.house<{ version: string }>('SELECT VERSION() AS version');
    const [major = 0, minor = 0] = (row?.version ?? '').split('.').map(Number);
    if (major < OLDEST[0]! || (major === OLDEST[0] && minor < OLDEST[1]!))
      return wrong(`MariaDB ${row?.version} is too old; 10.11 or newer is needed.`);
    return ok(`MariaDB ${row?.version.replace(/-MariaDB.*$/, '')} answers.`);
  }

  private async steps(): Promise<Verdict> {
    const { missing, newest, unknown } = await this.schema.read();
    if (missing.length > 0) return wrong(`${missing.length} steps are missing: st0r migrate`);
    if (unknown > 0) return warning(`${unknown} steps are of a newer release than this one.`);
    return ok(`Complete up to ${newest}.`);
  }

  private async clock(): Promise<Verdict> {
    const { skewSeconds } = await this.seals.state();
    const seconds = Math.abs(Math.round(skewSeconds));
    const says = `The clock of this process is ${seconds} s ${skewSeconds < 0 ? 'behind' : 'ahead of'} the database's.`;
    if (seconds > SKEW_WRONG) return wrong(`${says} Codes and limits are wrong until it is set: timedatectl`);
    return seconds > SKEW_WARNING ? warning(says) : ok(seconds === 0 ? 'Agrees with the database.' : says);
  }

  private async sealing(): Promise<Verdict> {
    const { lagSeconds } = await this.seals.state();
    const late = (await this.seals.troubles()).find((one) => one.startsWith('Events'));
    return late ? wrong(late) : ok(`The oldest event has waited ${Math.round(lagSeconds)} s for its seal.`);
  }
}

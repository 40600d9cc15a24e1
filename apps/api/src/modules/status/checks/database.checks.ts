import { Injectable } from '@nestjs/common';
import { hostWords } from '../../../platform/config';
import { Connections, Sql } from '../../../platform/database';
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
    private readonly connections: Connections,
  ) {}

  private async server(): Promise<Verdict> {
    const [row] = await this.sql.house<{ version: string }>('SELECT VERSION() AS version');
    const [major = 0, minor = 0] = (row?.version ?? '').split('.').map(Number);
    if (major < OLDEST[0]! || (major === OLDEST[0] && minor < OLDEST[1]!))
      return wrong(`MariaDB ${row?.version} is too old; 10.11 or newer is needed.`);
    const { state, says } = await this.cluster();
    return { state, says: `MariaDB ${row?.version.replace(/-MariaDB.*$/, '')} answers. ${says}`.trim() };
  }

  /** Of several servers the one in use, and what it says of the others. */
  private async cluster(): Promise<Verdict> {
    const { hosts } = this.connections;
    const facts = await this.clusterFacts();
    const used = hosts ? `${hostWords(hosts.current)} is in use, of ${hosts.all.map(hostWords).join(', ')}.` : '';
    if (facts.get('wsrep_on') !== 'ON') return ok(used);
    const size = Number(facts.get('wsrep_cluster_size'));
    const says =
      `${used} ${size} nodes of ${facts.get('wsrep_cluster_name')} belong together; ${facts.get('wsrep_node_name')} is ${facts.get('wsrep_local_state_comment')}.`.trim();
    if (facts.get('wsrep_cluster_status') !== 'Primary' || facts.get('wsrep_ready') !== 'ON')
      return wrong(`${says} It does not belong to the majority and does no work.`);
    if (hosts && size < hosts.all.length) return warning(`${says} A node is missing.`);
    if (hosts && hosts.current !== hosts.all[0]) return warning(`${says} The first one of the list is away.`);
    return size % 2 === 0
      ? warning(`${says} An even number loses its majority when it falls apart into halves.`)
      : ok(says);
  }

  private async clusterFacts(): Promise<Map<string, string>> {
    type Pair = { Variable_name: string; Value: string };
    const names = `'wsrep_on', 'wsrep_cluster_name', 'wsrep_node_name', 'wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment', 'wsrep_ready'`;
    const rows = [
      ...(await this.sql.house<Pair>(`SHOW GLOBAL VARIABLES WHERE Variable_name IN (${names})`)),
      ...(await this.sql.house<Pair>(`SHOW GLOBAL STATUS WHERE Variable_name IN (${names})`)),
    ];
    return new Map(rows.map(({ Variable_name: name, Value: value }) => [name, value]));
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

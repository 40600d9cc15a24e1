import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { InjectSettings, type Settings } from '../../platform/config';
import { Connections, Sql } from '../../platform/database';
import { roomAt } from '../../platform/health/disk-room';
import { SchemaState } from '../../platform/health/schema-state';
import { productVersion } from '../../platform/health/version';
import { NodeList } from '../../platform/keys';
import { FINDING_STATES, type Finding, type FindingState } from './finding';
import { Findings } from './findings.service';
import { StatusDto, type StatusDatabaseDto, type StatusDiskDto } from './status.dto';

const MEBIBYTE = 1024 ** 2;
/** From best to worst; what nobody could look at is less than a warning. */
const RANK: readonly FindingState[] = ['ok', 'unknown', 'warning', 'wrong'];

/** The worst state among findings. */
export const worstOf = (findings: readonly Finding[]): FindingState =>
  RANK.findLast((state) => findings.some((one) => one.state === state)) ?? FINDING_STATES[0];

/** What the process that is asked reads about itself and its database. */
@Injectable()
export class StatusFacts {
  constructor(
    private readonly sql: Sql,
    private readonly connections: Connections,
    private readonly schema: SchemaState,
    @InjectSettings() private readonly settings: Settings,
  ) {}

  async database(): Promise<StatusDatabaseDto> {
    const [row] = await this.sql.house<{ version: string; bytes: string | null }>(
      `SELECT VERSION() AS version, SUM(data_length + index_length) AS bytes
       FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`,
    );
    const { open, most } = this.connections.use();
    return {
      version: row?.version ?? '',
      schema: (await this.schema.read()).newest,
      megabytes: Math.round(Number(row?.bytes ?? 0) / MEBIBYTE),
      connections: open,
      mostConnections: most,
    };
  }

  async disks(): Promise<StatusDiskDto[]> {
    const folder = this.settings.DATA_DIR;
    const { free, size } = await roomAt(folder);
    return [{ folder, freeMegabytes: Math.floor(free / MEBIBYTE), sizeMegabytes: Math.floor(size / MEBIBYTE) }];
  }
}

/** How the installation is, for its administrators. */
@Injectable()
export class StatusService {
  constructor(
    private readonly findings: Findings,
    private readonly facts: StatusFacts,
    private readonly nodes: NodeList,
  ) {}

  async read(): Promise<StatusDto> {
    const findings = await this.findings.look({ deep: false });
    return present(StatusDto, {
      state: worstOf(findings),
      checkedAt: new Date().toISOString(),
      version: productVersion(),
      runtime: process.version,
      findings,
      nodes: await this.nodes.running(),
      disks: await this.facts.disks(),
      database: await this.facts.database(),
    });
  }
}

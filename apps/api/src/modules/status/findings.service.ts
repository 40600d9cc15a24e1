import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database';
import { DatabaseChecks } from './checks/database.checks';
import { KeyChecks } from './checks/key.checks';
import { RecordChecks } from './checks/record.checks';
import { RoomChecks } from './checks/room.checks';
import { TargetChecks } from './checks/target.checks';
import { WorkChecks } from './checks/work.checks';
import { lookAt, type Check, type Finding } from './finding';

/** The checks in the order an operator reads them. */
@Injectable()
export class CheckList {
  readonly checks: readonly Check[];

  constructor(
    database: DatabaseChecks,
    keys: KeyChecks,
    work: WorkChecks,
    room: RoomChecks,
    targets: TargetChecks,
    records: RecordChecks,
  ) {
    this.checks = [database, keys, work, room, targets, records].flatMap((group) => group.checks);
  }
}

/** Carries out checks one after the other, so that looking costs one connection. */
@Injectable()
export class Findings {
  constructor(
    private readonly list: CheckList,
    private readonly work: UnitOfWork,
  ) {}

  /** All of them with `deep`, otherwise those that are quick. */
  async look({ deep }: { deep: boolean }): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const check of this.list.checks)
      if (deep || !check.deep) findings.push(await this.work.outside(() => lookAt(check)));
    return findings;
  }
}

import { Injectable } from '@nestjs/common';
import { Sql, UnitOfWork } from '../../../platform/database';
import { HandlesJob, NoInput, defineJob, type JobHandler, type JobRun } from '../../../platform/jobs';
import { InspectionBook } from './inspection-book';
import { MachineInspector } from './machine-inspector';
import { SnykInspector } from './snyk-inspector';

const KEPT_DAYS = 400;
const BATCH = 1000;

/** Every morning, and when an administrator asks. */
export const takeInspection = defineJob({
  name: 'inspection.take',
  title: 'Look at the packages of this machine and of the product',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  attempts: 2,
  timeoutSeconds: 1800,
  schedule: { cron: '23 5 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(takeInspection)
export class TakeInspection implements JobHandler {
  constructor(
    private readonly machine: MachineInspector,
    private readonly snyk: SnykInspector,
    private readonly book: InspectionBook,
    private readonly work: UnitOfWork,
  ) {}

  async run(_input: object, job: JobRun): Promise<object> {
    const machine = await this.machine.reports(job.signal);
    const reports = [...machine, ...(await this.snyk.reports(job.signal))];
    job.signal.throwIfAborted();
    const taken = await this.work.run(async () => {
      const inspections = [];
      for (const report of reports) inspections.push(await this.book.note(report, 'worker'));
      return inspections;
    });
    const unknown = taken.filter(({ problem }) => problem !== null).length;
    return taken.length === 0 ? { skipped: 'no package program is known here' } : { taken: taken.length, unknown };
  }
}

/** Inspections make a chart of a year; what is gone for as long is of no use to anybody. */
export const forgetInspections = defineJob({
  name: 'inspection.forget',
  title: 'Forget inspections and weaknesses that are older than 400 days',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  schedule: { cron: '39 2 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(forgetInspections)
export class ForgetInspections implements JobHandler {
  constructor(private readonly sql: Sql) {}

  async run(_input: object, job: JobRun): Promise<object> {
    const old = `< UTC_TIMESTAMP(6) - INTERVAL ${KEPT_DAYS} DAY`;
    const weaknesses = await this.forget('weakness', `gone_at ${old}`, job);
    // The newest of each machine and project stays: how old it is has to be told.
    const newest = 'SELECT inspection_id FROM inspected';
    const inspections = await this.forget('inspection', `taken_at ${old} AND id NOT IN (${newest})`, job);
    return { inspections, weaknesses };
  }

  private async forget(table: 'inspection' | 'weakness', old: string, job: JobRun): Promise<number> {
    for (let forgotten = 0; ;) {
      job.signal.throwIfAborted();
      const rows = await this.sql.house<{ id: string }>(`SELECT id FROM ${table} WHERE ${old} LIMIT ${BATCH}`);
      if (rows.length === 0) return forgotten;
      const marks = rows.map(() => '?').join(', ');
      await this.sql.house(
        `DELETE FROM ${table} WHERE id IN (${marks})`,
        rows.map(({ id }) => id),
      );
      forgotten += rows.length;
    }
  }
}

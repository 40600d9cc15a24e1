import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { Sql } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { Jobs } from '../../../platform/jobs';
import { takeInspection } from '../inspections/inspection.jobs';
import { SEVERITIES, type Severity } from '../reports/report';
import { STATE_SQL } from '../weaknesses/weakness-state';
import { HostSecurityDto, type InspectionRequestDto } from './host-security.dto';
import { judged, overallOf, type OpenCount, type SubjectRow } from './judgement';
import { trendOf, type Looked } from './trend';

const SHOWN_DAYS = 30;
/** As far back as a day of the chart looks. */
const READ_DAYS = 46;
const MOST_LOOKS = 20_000;
const MOST_SUBJECTS = 1000;

/** How the machine and the product are, put together from inspections and decisions. */
@Injectable()
export class HostSecurity {
  constructor(
    private readonly sql: Sql,
    private readonly jobs: Jobs,
    private readonly events: EventRecorder,
  ) {}

  async read(now = Date.now()): Promise<HostSecurityDto> {
    const [rows, counts] = [await this.subjects(), await this.counts()];
    const subjects = rows.map((row) => judged(row, counts, now));
    return present(HostSecurityDto, {
      ...overallOf(subjects),
      subjects,
      days: trendOf(await this.looks(), now, SHOWN_DAYS),
      ...(await this.plan()),
    });
  }

  /** Needs a unit of work; a second request answers the job of the first while that waits or runs. */
  async request(): Promise<InspectionRequestDto> {
    const { id } = await this.jobs.enqueue(takeInspection, {}, { uniqueKey: 'scheduled' });
    this.events.record({ action: 'inspection.requested', category: 'security', details: { jobId: id } });
    return { jobId: id };
  }

  private subjects(): Promise<SubjectRow[]> {
    return this.sql.house<SubjectRow>(
      `SELECT i.source, i.subject, i.taken_at AS takenAt, i.known_at AS knownAt, i.packages, i.updates, i.problem
       FROM inspected d JOIN inspection i ON i.id = d.inspection_id ORDER BY i.source, i.subject LIMIT ${MOST_SUBJECTS}`,
    );
  }

  private async counts(): Promise<OpenCount[]> {
    const rows = await this.sql.house<Omit<OpenCount, 'n'> & { n: string }>(
      `SELECT source, subject, severity, ${STATE_SQL} AS state, COUNT(*) AS n FROM weakness
       WHERE gone_at IS NULL GROUP BY source, subject, severity, state`,
    );
    return rows.map((row) => ({ ...row, n: Number(row.n) }));
  }

  private async looks(): Promise<Looked[]> {
    const rows = await this.sql.house<Omit<Looked, 'takenAt'> & { takenAt: string | Date }>(
      `SELECT source, subject, taken_at AS takenAt, updates, ${SEVERITIES.join(', ')} FROM inspection
       WHERE problem IS NULL AND taken_at > UTC_TIMESTAMP(6) - INTERVAL ${READ_DAYS} DAY
       ORDER BY taken_at DESC LIMIT ${MOST_LOOKS}`,
    );
    return rows.map((row) => ({ ...row, takenAt: momentOf(row.takenAt), ...numbersOf(row) }));
  }

  private async plan(): Promise<Pick<HostSecurityDto, 'looking' | 'nextAt'>> {
    const waiting = await this.sql.house(
      "SELECT id FROM job WHERE name = ? AND state IN ('queued', 'running') LIMIT 1",
      [takeInspection.name],
    );
    const [row] = await this.sql.house<{ nextAt: string | null }>(
      'SELECT next_at AS nextAt FROM job_schedule WHERE name = ? AND paused = 0',
      [takeInspection.name],
    );
    return { looking: waiting.length > 0, nextAt: row?.nextAt ?? null };
  }
}

/** A moment as the database answers it. */
export const momentOf = (at: string | Date): number =>
  at instanceof Date ? at.getTime() : Date.parse(/Z$/.test(at) ? at : `${at.replace(' ', 'T')}Z`);

const numbersOf = (row: Record<Severity, unknown>): Record<Severity, number> =>
  Object.fromEntries(SEVERITIES.map((one) => [one, Number(row[one])])) as Record<Severity, number>;

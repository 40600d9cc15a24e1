import { Injectable } from '@nestjs/common';
import type { ListQuery } from '@st0r/list-query';
import { Policy } from '../../platform/authorize';
import { RequestContext } from '../../platform/context';
import { Sql, snake } from '../../platform/database';
import { Forbidden, NotFound } from '../../platform/errors';
import { JobControl, jobCalled } from '../../platform/jobs';
import { Lists, type Page } from '../../platform/list';
import type { JobDto } from './job.dto';
import { JOB_PROPERTIES, jobList } from './job.list';
import { isOwn, jobView, type JobRow, type Viewer } from './job.view';

const SELECTION = JOB_PROPERTIES.map((name) => `${snake(name)} AS ${name}`).join(', ');
/** Jobs told to somebody who comes back to the stream. */
const CATCH_UP = 100;

/** Jobs as people see them: everybody their own, platform administrators all, without what is in them. */
@Injectable()
export class JobService {
  constructor(
    private readonly lists: Lists,
    private readonly sql: Sql,
    private readonly context: RequestContext,
    private readonly policy: Policy,
    private readonly control: JobControl,
  ) {}

  /** Jobs of the person asking. */
  own(query: ListQuery): Promise<Page<JobDto>> {
    const mine = { field: 'askedById', operator: 'eq', values: [this.context.actor.id] } as const;
    return this.page({ ...query, filters: [...query.filters.filter(({ field }) => field !== mine.field), mine] });
  }

  /** All jobs; for platform administrators. */
  all(query: ListQuery): Promise<Page<JobDto>> {
    return this.page(query);
  }

  async get(id: string): Promise<JobDto> {
    return jobView(await this.row(id), this.viewer);
  }

  async cancel(id: string): Promise<JobDto> {
    const row = await this.row(id);
    if (jobCalled(row.name)?.cancellable === 'by_administrators' && !this.viewer.administers)
      throw new Forbidden('job.administrators_only', {
        detail: 'Only an administrator of the platform stops this job.',
      });
    await this.control.cancel(id);
    return this.get(id);
  }

  async retry(id: string): Promise<JobDto> {
    await this.row(id);
    await this.control.retry(id);
    return this.get(id);
  }

  /** What changed about one's own jobs since a moment, oldest first; without one, those that have not ended. */
  async changedSince(moment: string | null): Promise<JobDto[]> {
    const rows = await this.sql.house<JobRow>(
      `SELECT ${SELECTION} FROM job WHERE actor_id = ? AND IF(? IS NULL, state IN ('queued', 'running'), changed_at > ?)
       ORDER BY changed_at LIMIT ${CATCH_UP}`,
      [this.context.actor.id, moment, moment],
    );
    return rows.map((row) => jobView(row, this.viewer));
  }

  private async row(id: string): Promise<JobRow> {
    const [row] = await this.sql.house<JobRow>(`SELECT ${SELECTION} FROM job WHERE id = ?`, [id]);
    if (!row || !(isOwn(row, this.viewer) || this.policy.administers)) throw new NotFound('job');
    return row;
  }

  private async page(query: ListQuery): Promise<Page<JobDto>> {
    const page = await this.lists.page(jobList, { ...query, archived: 'any' }, JOB_PROPERTIES);
    const rows = new Map(page.rows.map((row) => [jobView(row as unknown as JobRow, this.viewer), row]));
    return { ...page, rows: [...rows.keys()], cursorOf: (job) => page.cursorOf(rows.get(job) ?? {}) };
  }

  private get viewer(): Viewer {
    return { actor: this.context.actor, administers: this.policy.administers };
  }
}

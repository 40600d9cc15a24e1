import { Injectable } from '@nestjs/common';
import { Id, InputDto } from '@st0r/dto';
import { Sql } from '../../../platform/database';
import { defineJob, HandlesJob, Jobs, NoInput, type JobHandler, type JobRun } from '../../../platform/jobs';
import { BreachRound } from './breach-round';

/** Whose passwords to ask about. */
@InputDto('BreachRoundJob')
export class BreachRoundJob {
  @Id()
  organisationId: string;
}

/** One organisation; what it did not come to comes first the next day. */
export const askAboutPasswords = defineJob({
  name: 'vault.ask_about_passwords',
  title: 'Look passwords up among stolen ones',
  input: BreachRoundJob,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  timeoutSeconds: 3600,
  attempts: 1,
});

/** Every day, for those who switched it on. */
export const askEverywhere = defineJob({
  name: 'vault.ask_everywhere',
  title: 'Look passwords of all who want it up among stolen ones',
  input: NoInput,
  acts: 'system',
  attempts: 1,
  schedule: { cron: '17 4 * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(askAboutPasswords)
export class AskAboutPasswords implements JobHandler<BreachRoundJob> {
  constructor(private readonly round: BreachRound) {}

  run({ organisationId }: BreachRoundJob, job: JobRun): Promise<object> {
    return this.round.through(organisationId, (done, total) => job.progress({ done, total, unit: 'passwords' }));
  }
}

@Injectable()
@HandlesJob(askEverywhere)
export class AskEverywhere implements JobHandler {
  constructor(
    private readonly sql: Sql,
    private readonly jobs: Jobs,
  ) {}

  async run(): Promise<object> {
    const watched = await this.sql.everywhere<{ id: string; name: string }>(
      `SELECT o.id, o.name FROM organisation o JOIN breach_watch w ON w.organisation_id = o.id
       WHERE o.archived_at IS NULL /* breach watches of all organisations */`,
    );
    for (const { id, name } of watched)
      await this.jobs.enqueue(
        askAboutPasswords,
        { organisationId: id },
        { organisationId: id, subject: name, uniqueKey: id },
      );
    return { organisations: watched.length };
  }
}

import { Injectable } from '@nestjs/common';
import { HandlesJob, NoInput, defineJob, type JobHandler } from '../../../platform/jobs';
import { AttackWatch } from './attack-watch';

/** Looks whether an attack is over: where nobody signs in any more, nobody else looks. */
export const watchAttacks = defineJob({
  name: 'sign_in_attack.watch',
  title: 'See whether an attack on signing in is over',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  schedule: { cron: '*/5 * * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(watchAttacks)
export class WatchAttacks implements JobHandler {
  constructor(private readonly watch: AttackWatch) {}

  async run(): Promise<object> {
    return { ...(await this.watch.look()) };
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database';
import { EventRecorder } from '../../../platform/events';
import { defineJob, HandlesJob, NoInput, type JobHandler } from '../../../platform/jobs';
import { KEY_BACKUP_DAYS, Shredder, ShreddingRows } from '../../../platform/keys';
import type { OrganisationSummaryDto } from '../../orgs';
import { ShreddingService } from './shredding.service';

/** Every hour: organisations whose week is over lose their keys. */
export const shredOrganisations = defineJob({
  name: 'organisation.shred',
  title: 'Destroy the keys of organisations that are due',
  input: NoInput,
  acts: 'system',
  unitOfWork: 'own',
  pace: 'long',
  timeoutSeconds: 3600,
  cancellable: false,
  schedule: { cron: '7 * * * *', timeZone: 'UTC' },
});

@Injectable()
@HandlesJob(shredOrganisations)
export class ShredJob implements JobHandler {
  constructor(
    private readonly rows: ShreddingRows,
    private readonly shreddings: ShreddingService,
    private readonly shredder: Shredder,
    private readonly work: UnitOfWork,
    private readonly recorder: EventRecorder,
  ) {}

  async run(): Promise<object> {
    let shredded = 0;
    for (const id of await this.rows.due()) shredded += await this.work.run(() => this.one(id));
    if (shredded > 0) await this.shredder.rebuild();
    return { shredded };
  }

  private async one(id: string): Promise<number> {
    const row = await this.rows.hold(id);
    if (row.state !== 'approved') return 0;
    const organisation = await this.shreddings.named(row.organisation);
    if (!organisation.archivedAt) {
      await this.rows.end(id, 'withdrawn');
      this.note('organisation.shredding_withdrawn', organisation, { because: 'restored' });
      return 0;
    }
    const { keys, values } = await this.shredder.shred(row.organisation);
    await this.rows.end(id, 'done');
    // The certificate: which keys they were, who decided, and until when a backup may still hold a copy.
    const { askedName, approvedName, reason } = row;
    const details = { keys, values, askedName, approvedName, reason, backupDays: KEY_BACKUP_DAYS };
    this.note('organisation.shredded', organisation, details);
    return 1;
  }

  private note(action: string, { id, name }: OrganisationSummaryDto, details: Record<string, unknown>): void {
    const target = { type: 'organisation', id, label: name };
    this.recorder.record({ action, category: 'organisation', organisationId: id, target, details });
  }
}

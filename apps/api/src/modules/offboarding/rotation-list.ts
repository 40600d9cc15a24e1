import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../platform/context';
import { Repositories } from '../../platform/database';
import { CsvWriter, type CsvColumn } from '../../platform/csv';
import { EventRecorder } from '../../platform/events';
import { UserEntity } from '../access';
import type { SeenSecretDto } from './offboarding.dto';
import { SeenSecrets } from './seen-secrets';

const COLUMNS: readonly CsvColumn<SeenSecretDto>[] = [
  { header: 'Organisation', value: (row) => row.organisation },
  { header: 'Credential', value: (row) => row.credential },
  { header: 'Acts', value: (row) => row.acts.join(', ') },
  { header: 'Times', value: (row) => row.times },
  { header: 'Last', value: (row) => row.lastAt },
];

/** The secrets to change after somebody has left. */
@Injectable()
export class RotationList {
  constructor(
    private readonly seen: SeenSecrets,
    private readonly repositories: Repositories,
    private readonly events: EventRecorder,
    private readonly context: RequestContext,
  ) {}

  /** Of the organisations in scope. */
  ofScope(userId: string): Promise<SeenSecretDto[]> {
    return this.seen.list(userId);
  }

  /** Of the organisations whose credentials the person asking may see. */
  named(userId: string): Promise<SeenSecretDto[]> {
    return this.seen.listNamed(userId);
  }

  /** The list as a file, one event for each organisation in it. */
  async file(userId: string, rows: readonly SeenSecretDto[]): Promise<string> {
    const user = await this.repositories.house(UserEntity).get(userId);
    const organisations = new Set(rows.map((row) => row.organisationId));
    // Nothing in it is worth an event too, without an organisation to put it in.
    for (const organisationId of organisations.size > 0 ? organisations : [undefined])
      this.events.record({
        action: 'user.rotation_list_exported',
        category: 'vault',
        organisationId,
        target: { type: 'user', id: user.id, label: user.name },
        details: { secrets: rows.filter((row) => row.organisationId === organisationId).length },
      });
    this.context.limitTo([]);
    let text = '';
    for await (const chunk of new CsvWriter(COLUMNS).write(rows)) text += chunk;
    return text;
  }
}

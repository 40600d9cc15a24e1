import { Injectable } from '@nestjs/common';
import { present } from '@st0r/dto';
import { RequestContext } from '../../../platform/context';
import { Conflict, Forbidden, Invalid, NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { ShreddingRows, WAITING_DAYS, type Shredding } from '../../../platform/keys';
import { OrganisationAdminService, type OrganisationSummaryDto } from '../../orgs';
import { ShreddingDto, type ShreddingRequestDto } from './shredding.dto';

const RECENT = 50;

/** Deciding that an organisation is shredded: one asks, another approves, and until the week is over anybody may stop it. */
@Injectable()
export class ShreddingService {
  constructor(
    private readonly rows: ShreddingRows,
    private readonly organisations: OrganisationAdminService,
    private readonly context: RequestContext,
    private readonly recorder: EventRecorder,
  ) {}

  /** What waits, and what ended last. */
  async recent(): Promise<ShreddingDto[]> {
    return (await this.rows.recent(RECENT)).map(shown);
  }

  async ask({ organisationId, name, reason }: ShreddingRequestDto): Promise<ShreddingDto> {
    const organisation = await this.archived(organisationId);
    if (organisation.name !== name)
      throw Invalid.field('/name', 'name', 'This is not the name of the client. Type it exactly.');
    const id = await this.rows.ask(organisationId, reason);
    this.note('organisation.shredding_asked', organisation, { reason });
    return shown(await this.rows.hold(id));
  }

  async approve(id: string): Promise<ShreddingDto> {
    const { organisation, askedBy } = await this.waiting(id, ['asked']);
    if (askedBy === this.context.actor.id)
      throw new Forbidden('shredding.own', { detail: 'Somebody else has to approve what you asked for.' });
    const found = await this.archived(organisation);
    await this.rows.approve(id);
    this.note('organisation.shredding_approved', found, { days: WAITING_DAYS });
    return shown(await this.rows.hold(id));
  }

  async withdraw(id: string): Promise<ShreddingDto> {
    const { organisation } = await this.waiting(id, ['asked', 'approved']);
    await this.rows.end(id, 'withdrawn');
    this.note('organisation.shredding_withdrawn', await this.named(organisation), {});
    return shown(await this.rows.hold(id));
  }

  /** An organisation people still work in is never shredded: archiving comes first, and restoring stops it. */
  async archived(id: string): Promise<OrganisationSummaryDto> {
    const found = await this.named(id);
    if (found.archivedAt) return found;
    throw new Conflict('shredding.in_use', { detail: `${found.name} is not archived. Archive it first.` });
  }

  /** Name and state of an organisation; throws NotFound. */
  async named(id: string): Promise<OrganisationSummaryDto> {
    const found = (await this.organisations.directory()).find((one) => one.id === id);
    if (!found) throw new NotFound('organisation');
    return found;
  }

  private async waiting(id: string, states: readonly Shredding['state'][]): Promise<Shredding> {
    const row = await this.rows.hold(id);
    if (states.includes(row.state)) return row;
    throw new Conflict('shredding.ended', { detail: `This is ${row.state} already.` });
  }

  private note(action: string, { id, name }: OrganisationSummaryDto, details: Record<string, unknown>): void {
    const target = { type: 'organisation', id, label: name };
    this.recorder.record({ action, category: 'organisation', organisationId: id, target, details });
  }
}

const shown = (row: Shredding): ShreddingDto => present(ShreddingDto, { ...row, organisationId: row.organisation });

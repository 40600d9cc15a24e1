import { Injectable } from '@nestjs/common';
import { Sql } from '../../../platform/database';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors';
import { EventRecorder } from '../../../platform/events';
import { MembershipService } from '../../access';
import type { LinkHandoverDto } from '../links/invitation.dto';
import { LinkHandovers } from '../links/link-handovers';
import { InvitationBook, type WaitingRole } from './invitation-book';
import type { OpenInvitationDto } from './open-invitation.dto';

/** Invitations nobody has accepted yet: sent again with a new link, or withdrawn with the roles they carry. */
@Injectable()
export class OpenInvitations {
  constructor(
    private readonly book: InvitationBook,
    private readonly memberships: MembershipService,
    private readonly handovers: LinkHandovers,
    private readonly sql: Sql,
    private readonly events: EventRecorder,
  ) {}

  async list(): Promise<OpenInvitationDto[]> {
    const people = Map.groupBy(await this.book.waiting(), (row) => row.userId);
    return [...people.values()].map((rows) => this.shown(rows as [WaitingRole]));
  }

  /** A new link; the one before is dead from here on. */
  async send(userId: string): Promise<LinkHandoverDto> {
    const rows = await this.ofPerson(userId);
    if (!(await this.handovers.mailed()) && (await this.book.invitedBeyond(userId))) throw mailNeeded();
    const handover = await this.handovers.handOver('invitation', userId);
    for (const organisationId of organisationsOf(rows)) {
      await this.book.note(organisationId, userId);
      this.note('invitation.sent', rows, organisationId);
    }
    return handover;
  }

  /** Takes the roles back; with the last one, wherever it is, the link dies too. */
  async withdraw(userId: string): Promise<void> {
    const rows = await this.ofPerson(userId);
    for (const { membershipId } of rows) await this.memberships.archive(membershipId);
    for (const organisationId of organisationsOf(rows)) this.note('invitation.withdrawn', rows, organisationId);
  }

  private async ofPerson(userId: string): Promise<[WaitingRole, ...WaitingRole[]]> {
    await this.sql.holdPerson(userId);
    const rows = await this.book.waiting(userId);
    if (rows.length === 0) throw new NotFound('invitation');
    if (!rows.every((row) => this.book.grantable(row)))
      throw new Forbidden('role.beyond_own', {
        detail: 'You can only send or withdraw an invitation whose roles you could give yourself.',
      });
    return rows as [WaitingRole, ...WaitingRole[]];
  }

  private shown(rows: readonly [WaitingRole, ...WaitingRole[]]): OpenInvitationDto {
    const [{ userId, email, name, until, good, mail }] = rows;
    const grantable = rows.every((row) => this.book.grantable(row));
    return {
      ...{ id: userId, email, name, until, mail },
      roles: rows.map(({ organisationId, organisation, roleId, role, validUntil, invitedBy, sentAt }) => ({
        ...{ organisationId, organisation, roleId, role, validUntil, invitedBy, sentAt },
      })),
      state: Number(good) === 1 ? 'waiting' : 'run_out',
      can: { send: grantable, withdraw: grantable },
    };
  }

  private note(
    action: string,
    [{ userId, name }]: readonly [WaitingRole, ...WaitingRole[]],
    organisationId: string,
  ): void {
    const target = { type: 'user', id: userId, label: name };
    this.events.record({ action, category: 'permission', organisationId, target });
  }
}

const organisationsOf = (rows: readonly WaitingRole[]): string[] => [
  ...new Set(rows.map(({ organisationId }) => organisationId)),
];

/** Whoever holds the link becomes the person: it is shown to nobody who could not give all that comes with it. */
export const mailNeeded = (): Conflict =>
  new Conflict('invitation.mail_needed', {
    detail:
      'This person is invited elsewhere too, so their link goes by mail only, and no mail server is set. A platform administrator can make the link.',
  });

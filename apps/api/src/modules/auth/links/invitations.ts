import { Injectable } from '@nestjs/common';
import { NotFound } from '../../../platform/errors';
import { MembershipService, type UserEntity } from '../../access';
import { InvitationBook } from '../invitations/invitation-book';
import type {
  InvitationDto,
  InvitationResultDto,
  LinkAcceptanceDto,
  LinkFactsDto,
  LinkHandoverDto,
} from './invitation.dto';
import { AccountDoors } from './account-doors';
import { Invitees } from './invitees';
import { LinkHandovers } from './link-handovers';
import { SignInLinks } from './sign-in-links';

/** Inviting people, and letting them set or reset their password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly invitees: Invitees,
    private readonly memberships: MembershipService,
    private readonly links: SignInLinks,
    private readonly handovers: LinkHandovers,
    private readonly doors: AccountDoors,
    private readonly book: InvitationBook,
  ) {}

  async invite(input: InvitationDto): Promise<InvitationResultDto> {
    const user = await this.invitees.of(input);
    const membership = await this.memberships.grant({
      organisationId: input.organisationId,
      userId: user.id,
      roleId: input.roleId,
      validUntil: input.validUntil,
    });
    if (user.state === 'active')
      return { userId: user.id, membershipId: membership.id, mailed: await this.handovers.tellRole(user), link: null };
    await this.book.note(input.organisationId, user.id);
    return { userId: user.id, membershipId: membership.id, ...(await this.send(user)) };
  }

  /** What a link is for; the person sees their own address and name. */
  async look(token: string): Promise<LinkFactsDto> {
    const { kind, userId } = await this.links.peek(token);
    if (kind === 'setup' || !userId) throw new NotFound('link');
    const { email, name } = await this.invitees.get(userId);
    return { kind, email, name };
  }

  async accept(token: string, input: LinkAcceptanceDto): Promise<void> {
    const { kind, userId } = await this.links.peek(token);
    if (kind === 'setup' || !userId) throw new NotFound('link');
    const judged = await this.doors.judge({ userId, kind }, input.password);
    await this.links.use(token, kind);
    await this.doors.setPassword({ userId, kind }, judged, input.name);
  }

  /** Whoever holds the link becomes the person: without mail it is shown to nobody who could not give all that comes with it. */
  private async send(user: UserEntity): Promise<LinkHandoverDto> {
    if (!(await this.handovers.mailed()) && (await this.book.invitedBeyond(user.id)))
      return { mailed: false, link: null };
    return this.handovers.handOver('invitation', user.id);
  }
}

import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { MembershipService, UserEntity } from '../../access';
import { InvitationBook } from '../invitations/invitation-book';
import type {
  InvitationDto,
  InvitationResultDto,
  LinkAcceptanceDto,
  LinkFactsDto,
  LinkHandoverDto,
} from './invitation.dto';
import { AccountDoors } from './account-doors';
import { LinkHandovers } from './link-handovers';
import { SignInLinks } from './sign-in-links';

/** Inviting people, and letting them set or reset their password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly repositories: Repositories,
    private readonly memberships: MembershipService,
    private readonly links: SignInLinks,
    private readonly handovers: LinkHandovers,
    private readonly doors: AccountDoors,
    private readonly book: InvitationBook,
  ) {}

  async invite(input: InvitationDto): Promise<InvitationResultDto> {
    const users = this.repositories.house(UserEntity);
    const known = await users.findOne({ email: input.email });
    if (known?.state === 'disabled')
      throw new Conflict('user.disabled', {
        detail: 'This person’s account is disabled. A platform administrator can enable it.',
      });
    const user =
      known ??
      (await users.create({
        email: input.email,
        name: input.name,
        state: 'invited',
        platformAdmin: false,
        requireMfa: false,
        authzEpoch: 1,
        preferences: null,
      }));
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
    const { email, name } = await this.repositories.house(UserEntity).get(userId);
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
    return this.handovers.handOver('invitation', user);
  }
}

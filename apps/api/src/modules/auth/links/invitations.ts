import { Injectable } from '@nestjs/common';
import { Repositories } from '../../../platform/database';
import { Conflict, NotFound } from '../../../platform/errors';
import { MembershipService, UserEntity } from '../../access';
import { Mails } from '../../mail';
import type {
  InvitationDto,
  InvitationResultDto,
  LinkAcceptanceDto,
  LinkFactsDto,
  LinkHandoverDto,
} from './invitation.dto';
import { AccountDoors } from './account-doors';
import { SignInLinks } from './sign-in-links';

/** Inviting people, and letting them set or reset their password. */
@Injectable()
export class Invitations {
  constructor(
    private readonly repositories: Repositories,
    private readonly memberships: MembershipService,
    private readonly links: SignInLinks,
    private readonly mails: Mails,
    private readonly doors: AccountDoors,
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
      return { userId: user.id, membershipId: membership.id, mailed: await this.tellRole(user), link: null };
    return { userId: user.id, membershipId: membership.id, ...(await this.handOver('invitation', user)) };
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
    const judged = await this.doors.judge(userId, input.password);
    await this.links.use(token, kind);
    await this.doors.setPassword({ userId, kind }, judged, input.name);
  }

  /** Makes a new link for a person by an administrator. */
  async handOver(kind: 'invitation' | 'reset', user: UserEntity): Promise<LinkHandoverDto> {
    const link = this.mails.page(
      `/${kind === 'invitation' ? 'invite' : 'reset'}/${await this.links.make(kind, user.id)}`,
    );
    const mailed = await this.mails.send(user.email, kind, { name: user.name, link });
    return { mailed, link: mailed ? null : link };
  }

  private tellRole(user: UserEntity): Promise<boolean> {
    return this.mails.send(user.email, 'role', { name: user.name, link: this.mails.page('/') });
  }
}

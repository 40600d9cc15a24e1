import { Choice, Day, Dto, Id, Json, ListOf, Moment, Text } from '@st0r/dto';

/** Whether the link of an invitation is still good. */
export const INVITATION_STATES = ['waiting', 'run_out'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** What became of the mail that carried the link. */
export const INVITATION_MAILS = ['queued', 'sent', 'bounced', 'failed'] as const;

/** A role somebody will have once they accept. */
@Dto('InvitedRole')
export class InvitedRoleDto {
  @Id()
  organisationId: string;

  @Text({ max: 255 })
  organisation: string;

  @Id()
  roleId: string;

  @Text({ max: 80 })
  role: string;

  @Day({ optional: true })
  validUntil: string | null;

  @Text({ max: 120, optional: true, description: 'Who sent the invitation there last; null where nobody noted it.' })
  invitedBy: string | null;

  @Moment({ optional: true })
  sentAt: string | null;
}

/** Somebody who was invited and has not accepted yet, with the roles waiting for them where the asker may invite. */
@Dto('OpenInvitation')
export class OpenInvitationDto {
  @Id({ description: 'Of the person.' })
  id: string;

  @Text({ max: 254 })
  email: string;

  @Text({ max: 120 })
  name: string;

  @ListOf(() => InvitedRoleDto)
  roles: InvitedRoleDto[];

  @Choice('InvitationState', INVITATION_STATES, { description: 'run_out: the link is dead; send a new one.' })
  state: InvitationState;

  @Moment({ optional: true, description: 'When the link runs out, or did; null where there is none any more.' })
  until: string | null;

  @Choice('InvitationMail', INVITATION_MAILS, {
    optional: true,
    description: 'What became of the mail with the link; null where none was sent, or it was forgotten since.',
  })
  mail: (typeof INVITATION_MAILS)[number] | null;

  @Json({ description: 'What you may do with it: send, withdraw. Both need every permission the roles give.' })
  can: Record<string, boolean>;
}

import { messages } from '@st0r/ui';

/** Words of the rail and the breadcrumb; apart from the rest because they are in the first load. */
export const title = messages({
  members: 'Members',
  openInvitations: 'Open invitations',
  access: 'What they can do here, and why',
  roles: 'Roles',
  newRole: 'New role',
  edit: 'Edit role',
});

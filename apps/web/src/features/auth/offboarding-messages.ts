import { messages } from '@st0r/ui';

/** Sentences about off-boarding. */
export const say = messages({
  act: 'Off-board',
  acts: 'How',
  actText:
    'Everything below ends at once, and the account is disabled. It comes back only with a new invitation and without any of its roles.',
  actTitle: 'Off-board {name}?',
  apiKeys: 'API keys',
  authenticator: 'Authenticator app',
  client: 'Client',
  credential: 'Credential',
  csv: 'Rotation list (CSV)',
  done: '{name} is off-boarded',
  doneText: 'Sessions, keys, passkeys and roles of this account have ended.',
  ends: 'What ends',
  hidden: {
    one: 'One more at {organisation}: you have no role there that may read its name. Its owners see it.',
    other: '{n} more at {organisation}: you have no role there that may read their names. Its owners see them.',
  },
  identities: 'Identities, which stay and open nothing',
  last: 'Last seen by them',
  memberships: 'Roles',
  no: 'None',
  ownerless: 'Nobody else owns {names}. Make somebody else owner, so that these clients keep one.',
  passkeys: 'Passkeys',
  platformAdmin: 'Platform administrator',
  seen: 'Secrets they have seen in 90 days',
  seenNone: 'They revealed or copied no secret in the last 90 days.',
  seenText: 'Whoever has seen a password still knows it. Change these, the latest first.',
  sessions: 'Sessions',
  times: 'Times',
  title: 'Off-boarding: {name}',
  yes: 'Yes',
});

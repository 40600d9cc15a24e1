import { messages } from '@st0r/ui';

/** Sentences about changing one's own e-mail address. */
export const say = messages({
  ask: 'Send the link',
  asked: 'A link is on its way to {email}',
  askText:
    'We mail a link to the new address, and a note to your present one. You sign in with the present address until you have opened the link and confirmed it.',
  cancel: 'Cancel the change',
  cancelled: 'The change of your address is cancelled',
  change: 'Change e-mail address',
  confirm: 'Confirm the new address',
  confirmed: 'You sign in with {email} from now on. Your other sessions have ended.',
  confirmedTitle: 'Your address is changed',
  confirmText: 'Your account gets the address {email}. You sign in with it from now on, and your other sessions end.',
  confirmTitle: 'Confirm your new address',
  email: 'E-mail',
  goneTitle: 'This link no longer works',
  linkTitle: 'Your e-mail address',
  newAddress: 'New e-mail address',
  noAddress: 'Write an address such as name@example.com, in plain letters.',
  newPassword: 'Set a new password',
  pendingTitle: '{email} waits to be confirmed',
  pendingText: 'Open the link in that mailbox and confirm it. It works until {until}.',
  required: 'Please fill this in.',
  signIn: 'Sign in to confirm',
  signInText: 'Sign in with your present address first. You come back here afterwards.',
  signedInAs: 'You are signed in as {name}, {email}.',
  stop: 'Stop the change',
  stopped:
    'Your address stays as it is. If it was not you who asked, somebody knows your password or uses a session of yours: set a new password now, end your other sessions, and tell your administrator.',
  stoppedTitle: 'The change is stopped',
  stopText: 'Somebody signed in to your account asked for the address {email} instead of this one.',
  stopTitle: 'Stop the change of your address?',
  toAccount: 'Go to my account',
  toLogin: 'Go to sign in',
});

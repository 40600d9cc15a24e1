import { messages } from '@st0r/ui';

/** Sentences about passkeys. */
export const say = messages({
  add: 'Add a passkey',
  added: '{name} is added',
  addText: 'Your device asks for its PIN, your finger or your face, and keeps the passkey.',
  created: 'Added',
  declined: 'No passkey was made. If this device holds one for your account already, use that.',
  demandedText:
    'Your role asks for a passkey: a sign-in with the PIN, finger or face of a device of yours. It takes a minute.',
  failed: 'The browser could not do this. Try again.',
  insteadApp: 'Use an authenticator app',
  insteadPasskey: 'Use a passkey',
  lastUsed: 'last used',
  name: 'Name',
  nameHelp: 'So that you know it again: the phone, the key on the key ring.',
  never: 'never',
  none: 'No passkey yet. With one you sign in without a password, and nobody can talk you out of it.',
  notHere: 'Passkeys work where this page is opened by its host name and with TLS.',
  passkeys: 'Passkeys',
  remove: 'Remove',
  removed: '{name} is removed',
  removeText: 'It no longer signs you in, and all your other sessions end.',
  removeTitle: 'Remove {name}?',
  rename: 'Rename',
  renamed: 'Renamed',
  required: 'Please fill this in.',
  save: 'Save',
  signIn: 'Sign in with a passkey',
  synced: 'Synced',
  use: 'Use a passkey',
});

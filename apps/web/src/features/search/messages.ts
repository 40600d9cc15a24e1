import { messages } from '@st0r/ui';

/** Sentences of the palette's results. */
export const say = messages({
  copyCode: 'Copy code',
  copyPassword: 'Copy password',
  copyUser: 'Copy user',
  credential: 'Credentials',
  open: 'Open',
  call: 'Call',
});

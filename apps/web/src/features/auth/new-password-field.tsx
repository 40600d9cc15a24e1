import { PasswordField } from '@st0r/ui';
import { say } from './messages';

/** A new password. It can be shown while typing, so it is typed once. */
export function NewPasswordField({ name = 'password' }: { name?: string }) {
  const rules = { required: say('required'), minLength: { value: 12, message: say('newPasswordHelp') } };
  return (
    <PasswordField
      name={name}
      label={say(name === 'next' ? 'newPassword' : 'createPassword')}
      help={say('newPasswordHelp')}
      autoComplete="new-password"
      rules={rules}
    />
  );
}

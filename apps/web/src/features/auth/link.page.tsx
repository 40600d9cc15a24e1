import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { ButtonLink, Form, Skeleton, TextField } from '@st0r/ui';
import { auth, pageAfter, type LinkInfo } from './auth.api';
import { Gate } from './gate';
import { say } from './messages';
import { NewPasswordField } from './new-password-field';

/** An invitation or a reset, from the link in the mail. */
export function Component() {
  const { token = '' } = useParams();
  const link = useQuery({ queryKey: ['link', token], queryFn: () => auth.link(token), retry: false, gcTime: 0 });
  if (link.isError) return <BadLink />;
  if (!link.data) return <Skeleton />;
  return <LinkForm token={token} link={link.data} />;
}

type Values = { name: string; password: string };

function LinkForm({ token, link }: { token: string; link: LinkInfo }) {
  const form = useForm<Values>({ defaultValues: { name: link.name ?? '', password: '' } });
  const navigate = useNavigate();
  const invited = link.kind === 'invitation';
  async function handleSubmit({ name, password }: Values) {
    const outcome = await auth.useLink(token, invited ? { name, password } : { password });
    await navigate(pageAfter(outcome, null));
  }
  return (
    <Gate title={say(invited ? 'inviteTitle' : 'resetTitle')}>
      <p>{say(invited ? 'inviteText' : 'resetText', { email: link.email })}</p>
      <Form form={form} onSubmit={handleSubmit} submitLabel={say('continue')}>
        <input type="hidden" name="username" autoComplete="username" value={link.email} readOnly />
        {invited && (
          <TextField
            name="name"
            label={say('name')}
            autoComplete="name"
            autoFocus
            rules={{ required: say('required') }}
          />
        )}
        <NewPasswordField />
      </Form>
    </Gate>
  );
}

function BadLink() {
  return (
    <Gate title={say('badLinkTitle')}>
      <p>{say('badLinkText')}</p>
      <ButtonLink to="/login" tone="primary">
        {say('toLogin')}
      </ButtonLink>
    </Gate>
  );
}

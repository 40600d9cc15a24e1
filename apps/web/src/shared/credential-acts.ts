import { copyText, messages, showToast } from '@st0r/ui';
import { api } from './api';
import { forgetClipboardAfter } from './clipboard-clearing';
import { isProblem } from './problem';
import { askReason, withReason } from './reason';

/** What the toast names: the credential and the client it opens, so that nobody pastes one client's password at another. */
export type SecretLabel = string | { name: string; organisation: { name: string; colour?: string | null } };
type Taken = { value: string };

const standardSeconds = 30;
const say = messages({
  clears: 'The clipboard is emptied after {n} s, or when you return to this window.',
  code: '{name}, code for {n} s',
  failed: 'That did not work.',
  noUser: 'This credential has no user name.',
  user: '{name}, user',
});

/**
 * Copies one secret field (`password`, `apiKey`, ...) without showing it. Asks for a fresh proof or a reason where
 * the vault wants one. `false` when nothing was copied; what went wrong has been said.
 */
export async function copyCredentialField(id: string, field: string, label: SecretLabel): Promise<boolean> {
  const copied = await copyText(
    told(() =>
      withReason((body) => api.post<Taken>(`credentials/${id}/fields/${field}/copy`, body)).then(({ value }) => value),
    ),
    { ...named(label), note: say('clears', { n: standardSeconds }) },
  );
  if (copied) forgetClipboardAfter(standardSeconds);
  return copied;
}

/** Copies the one-time code of this moment; the toast says how long it is good for. */
export async function copyTotp(id: string, label: SecretLabel): Promise<boolean> {
  const what = named(label);
  const code = told(async () => {
    const answer = await withReason((body) =>
      api.post<{ code: string; secondsLeft: number }>(`credentials/${id}/totp`, body),
    );
    // Read by the toast after the answer, because only the answer knows the seconds.
    what.what = say('code', { name: what.what, n: answer.secondsLeft });
    return answer.code;
  });
  return copyText(code, what);
}

/** Copies the user name; no secret, so neither proof nor clearing. */
export function copyCredentialUser(id: string, label: SecretLabel): Promise<boolean> {
  const what = named(label);
  const user = told(async () => {
    const { fields } = await api.get<{ fields: Record<string, string | null> }>(`credentials/${id}`);
    if (fields['username']) return fields['username'];
    throw new Error(say('noUser'));
  });
  return copyText(user, { ...what, what: say('user', { name: what.what }) });
}

/** Tells a refusal by the server where it happens; `copyText` stays silent about it. */
async function told(fetch: () => Promise<string>): Promise<string> {
  try {
    return await fetch();
  } catch (error) {
    // Turning the question for a proof or a reason down is an answer, not a failure.
    const declined = isProblem(error, 'step_up.required') || error === askReason.declined;
    const text = error instanceof Error ? error.message : say('failed');
    if (!declined) showToast({ text, tone: 'danger' });
    throw error;
  }
}

function named(label: SecretLabel) {
  if (typeof label === 'string') return { what: label };
  return { what: `${label.organisation.name} / ${label.name}`, organisation: label.organisation };
}

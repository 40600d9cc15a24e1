import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Api } from '@st0r/api-client';
import { ConfirmDialog, Menu, showToast, type MenuItem } from '@st0r/ui';
import { api } from '../../shared/api';
import type { Handover } from '../../shared/one-time-link';
import { isProblem } from '../../shared/problem';
import { touches } from '../../shared/use-save';
import { say } from './admin-messages';
import { say as offboarding } from './offboarding-messages';

type User = Api<'User'>;
type Patch = Partial<Pick<User, 'state' | 'requireMfa' | 'platformAdmin'>>;
type Props = { user: User; onLink: (handover: Handover) => void };

/** What an administrator may do with an account; nobody sees or sets another person's password. */
export function UserActs({ user, onLink }: Props) {
  const { name } = user;
  const own = user.can['disable'] !== true;
  const navigate = useNavigate();
  const acts = useUserActs(user);
  const [asking, setAsking] = useState(false);
  const items: MenuItem[] = [
    {
      label: say(user.state === 'invited' ? 'reinvite' : 'resetLink'),
      icon: 'link-45deg',
      disabled: user.state === 'disabled',
      onPick: () => void acts.link().then((handover) => handover && onLink(handover)),
    },
    {
      label: say(user.requireMfa ? 'mfaUnrequire' : 'mfaRequire'),
      icon: 'shield-lock',
      onPick: () => void acts.change({ requireMfa: !user.requireMfa }, say('saved')),
    },
    { label: say('mfaReset'), icon: 'shield-x', disabled: own, onPick: () => setAsking(true) },
    {
      label: say(user.platformAdmin ? 'notAdmin' : 'makeAdmin'),
      icon: 'person-gear',
      disabled: own,
      onPick: () => void acts.change({ platformAdmin: !user.platformAdmin }, say('saved')),
    },
    'line',
    {
      label: offboarding('act'),
      icon: 'person-x',
      onPick: () => void navigate(`/admin/people/${user.id}/off-boarding`),
    },
    user.state === 'disabled'
      ? { label: say('enable'), icon: 'person-check', onPick: () => void acts.enable() }
      : { label: say('disable'), icon: 'person-slash', disabled: own, onPick: () => void acts.disable() },
  ];
  async function handleReset() {
    setAsking(false);
    await acts.resetMfa();
  }
  return (
    <>
      <Menu icon="three-dots" tone="ghost" size="sm" label="" name={say('manage', { name })} items={items} />
      <ConfirmDialog
        open={asking}
        title={say('mfaReset')}
        confirmLabel={say('mfaReset')}
        danger
        onConfirm={handleReset}
        onClose={() => setAsking(false)}
      >
        {say('mfaResetText', { name })}
      </ConfirmDialog>
    </>
  );
}

/** The acts themselves; each tells how it went. */
function useUserActs({ id, name, state, version }: User) {
  const client = useQueryClient();
  async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      const result = await work();
      await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['users']) });
      return result;
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
      return undefined;
    }
  }
  const patch = (values: Patch, at: number) => api.patch<User>(`users/${id}`, values, { ifMatch: `"v${at}"` });
  async function change(values: Patch, text: string): Promise<User | undefined> {
    const changed = await tried(() => patch(values, version));
    if (changed) showToast({ text, tone: 'success' });
    return changed;
  }
  return {
    change,
    enable: () => change({ state: 'active' }, say('enabledDone', { name })),
    link: () => tried(() => api.post<Handover>(`users/${id}/reset-link`)),
    resetMfa: async () => {
      const done = await tried(async () => {
        await api.post(`users/${id}/reset-mfa`);
        return true;
      });
      if (done) showToast({ text: say('mfaResetDone', { name }), tone: 'success' });
    },
    disable: async () => {
      const changed = await tried(() => patch({ state: 'disabled' }, version));
      if (!changed) return;
      const undo = async () => void (await tried(() => patch({ state: 'active' }, changed.version)));
      // An invitation does not come back by enabling, so there is nothing to undo to.
      const back = state === 'active' ? { undo } : {};
      showToast({ text: say('disabledDone', { name }), tone: 'success', ...back });
    },
  };
}

import { useState } from 'react';
import { ConfirmDialog, Menu, type MenuItem } from '@st0r/ui';
import { lazyDialog } from '../../shared/lazy-part';
import { useOrgHref } from '../../shared/session';
import type { ApiKey } from './api-key-list';
import { say } from './messages';
import { useKeyAct } from './use-key-act';

const RotateDialog = lazyDialog(() => import('./rotate-dialog'));

/** What can be done with one key, behind three dots. `named` writes the word instead. */
export function ApiKeyActs({ apiKey, named }: { apiKey: ApiKey; named?: boolean }) {
  const { id, name, can } = apiKey;
  const href = useOrgHref();
  const act = useKeyAct();
  const [open, setOpen] = useState<'rotate' | 'revoke'>();
  const close = () => setOpen(undefined);
  async function handleRevoke() {
    await act(`api-keys/${id}/revoke`, say('revokedDone', { name }));
    close();
  }
  const items: MenuItem[] = [
    { label: say('usage'), icon: 'bar-chart', to: href(`api-keys/usage?key=${id}`) },
    ...(can['rotate']
      ? [{ label: say('rotate'), icon: 'arrow-repeat' as const, onPick: () => setOpen('rotate') }]
      : []),
    ...(can['suspend']
      ? [
          {
            label: say('suspend'),
            icon: 'pause-circle' as const,
            onPick: () => void act(`api-keys/${id}/suspend`, say('suspendedDone', { name })),
          },
        ]
      : []),
    ...(can['resume']
      ? [
          {
            label: say('resume'),
            icon: 'play-circle' as const,
            onPick: () => void act(`api-keys/${id}/resume`, say('resumed', { name })),
          },
        ]
      : []),
    ...(can['revoke']
      ? (['line', { label: say('revoke'), icon: 'x-circle', danger: true, onPick: () => setOpen('revoke') }] as const)
      : []),
  ];
  return (
    <>
      <Menu
        icon="three-dots"
        size={named ? undefined : 'sm'}
        tone={named ? undefined : 'ghost'}
        label={named ? say('acts') : ''}
        name={say('actsOf', { name })}
        items={items}
      />
      {open === 'rotate' && <RotateDialog apiKey={apiKey} onClose={close} />}
      <ConfirmDialog
        open={open === 'revoke'}
        title={say('revokeTitle', { name })}
        confirmLabel={say('revoke')}
        danger
        onConfirm={handleRevoke}
        onClose={close}
      >
        {say('revokeText')}
      </ConfirmDialog>
    </>
  );
}

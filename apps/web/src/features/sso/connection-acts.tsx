import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ConfirmDialog, Menu } from '@st0r/ui';
import { api } from '../../shared/api';
import { say } from './messages';
import { PATH, type Connection } from './sso.api';
import { useAct } from './use-act';

type Asked = 'disable' | 'archive';

/** Enabling, disabling and removing a connection. */
export function ConnectionActs({ connection }: { connection: Connection }) {
  const { id, name, state, health } = connection;
  const { act, busy } = useAct([PATH]);
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>();
  async function handleConfirm() {
    setAsked(undefined);
    if (asked === 'disable')
      return void (await act(() => api.post(`${PATH}/${id}/disable`), say('disabledDone', { name })));
    if (await act(() => api.post(`${PATH}/${id}/archive`), say('archived', { name }))) await navigate('/admin/sso');
  }
  return (
    <>
      {state === 'enabled' ? (
        <Button icon="pause-circle" busy={busy} onClick={() => setAsked('disable')}>
          {say('disable')}
        </Button>
      ) : (
        <Button
          tone="primary"
          icon="play-circle"
          busy={busy}
          disabled={!health.tested}
          title={health.tested ? undefined : say('untested')}
          onClick={() => void act(() => api.post(`${PATH}/${id}/enable`), say('enabledDone', { name }))}
        >
          {say('enable')}
        </Button>
      )}
      {state !== 'enabled' && (
        <Menu
          icon="three-dots"
          tone="ghost"
          label=""
          name={say('manage', { name })}
          items={[{ label: say('archive'), icon: 'archive', danger: true, onPick: () => setAsked('archive') }]}
        />
      )}
      <ConfirmDialog
        open={asked !== undefined}
        title={say(asked ?? 'disable')}
        confirmLabel={say(asked ?? 'disable')}
        danger
        onConfirm={handleConfirm}
        onClose={() => setAsked(undefined)}
      >
        {say(asked === 'archive' ? 'archiveText' : 'disableText', { name })}
      </ConfirmDialog>
    </>
  );
}

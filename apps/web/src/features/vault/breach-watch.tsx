import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Api } from '@st0r/api-client';
import { Button, showToast } from '@st0r/ui';
import { api } from '../../shared/api';
import { isProblem } from '../../shared/problem';
import { useCan } from '../../shared/session';
import { say } from './messages';

type Watch = Api<'BreachWatch'>;
const path = 'vault/breach-watch';

/** Whether the passwords of one client are looked up among stolen ones, and the switch for whoever sets vault rules. */
export function BreachWatch({ org, organisationId }: { org: string; organisationId: string }) {
  const can = useCan();
  const { data: watch } = useQuery({
    queryKey: ['list', path, { org }],
    queryFn: ({ signal }) => api.get<Watch>(path, { org }, { signal }),
  });
  const turn = useTurn(organisationId);
  if (!watch) return null;
  const { available, on } = watch;
  const looked = on ? say('breachOn', { by: watch.by ?? '' }) : say('breachOff');
  return (
    <>
      <p className="st-quiet">{available ? looked : say('breachUnavailable')}</p>
      {(available || on) && can('vault.policy.manage') && (
        <Button size="sm" icon={on ? 'pause' : 'play'} onClick={() => void turn(!on)}>
          {say(on ? 'breachStop' : 'breachStart')}
        </Button>
      )}
    </>
  );
}

function useTurn(organisationId: string) {
  const client = useQueryClient();
  return async (on: boolean): Promise<void> => {
    try {
      await api.put(path, { organisationId, on });
      showToast({ text: say(on ? 'breachStarted' : 'breachStopped'), tone: 'success' });
    } catch (error) {
      if (isProblem(error)) showToast({ text: error.message, tone: 'danger' });
    }
    await client.invalidateQueries({ queryKey: ['list'] });
  };
}

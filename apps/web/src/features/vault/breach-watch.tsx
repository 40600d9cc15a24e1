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
  if (!watch.on && !watch.available) return <p className="st-quiet">{say('breachUnavailable')}</p>;
  return (
    <>
      <p className="st-quiet">{watch.on ? say('breachOn', { by: watch.by ?? '' }) : say('breachOff')}</p>
      {can('vault.policy.manage') && (
        <Button size="sm" icon={watch.on ? 'pause' : 'play'} onClick={() => void turn(!watch.on)}>
          {say(watch.on ? 'breachStop' : 'breachStart')}
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

import { ButtonLink, Notice, showToast } from '@st0r/ui';
import { useSave } from '../../shared/use-save';
import { CheckButton } from './check-button';
import { say } from './messages';
import { PATH, type Connection } from './sso.api';

/** What every step of the wizard gets. */
export type StepProps = { connection: Connection; etag: string | undefined };

/** Saves what one step changes about the connection. */
export function useStepSave({ connection, etag }: StepProps) {
  return useSave<object>(`${PATH}/${connection.id}`, {
    method: 'patch',
    etag,
    refresh: [PATH],
    onSaved: () => showToast({ text: say('saved'), tone: 'success' }),
  });
}

/** The end of the exchange: what is missing, or a check of what was exchanged, and the way on. */
export function ExchangeEnd({ connection }: { connection: Connection }) {
  const { missing } = connection;
  return (
    <>
      {missing.length > 0 ? (
        <Notice tone="info" title={say('missing')}>
          {missing.join(' ')}
        </Notice>
      ) : (
        <CheckButton connection={connection} />
      )}
      <NextStep tab="map" />
    </>
  );
}

/** The way to the next step; each step is saved by itself. */
export function NextStep({ tab }: { tab: string }) {
  return (
    <p className="mt-3">
      <ButtonLink to={`?tab=${tab}`} icon="arrow-right">
        {say('next')}
      </ButtonLink>
    </p>
  );
}

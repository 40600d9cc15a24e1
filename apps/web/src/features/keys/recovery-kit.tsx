import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '@st0r/api-client';
import { Button, ErrorState, Facts, Notice, Panel, Skeleton, Time } from '@st0r/ui';
import { usePrintKit } from '../../shared/use-print-kit';
import { useRecord } from '../../shared/use-record';
import { touches } from '../../shared/use-save';
import { say } from './messages';

type Kit = NonNullable<Api<'KeyOverview'>['recoveryKit']>;

/** Whether there is a kit that brings the keys back, whether anybody tried it, and a new one. */
export function RecoveryKit() {
  const client = useQueryClient();
  const { record, status, error, retry } = useRecord<Api<'KeyOverview'>>('keys');
  const { print, busy } = usePrintKit();
  const [printed, setPrinted] = useState(false);
  if (status === 'error') return <ErrorState error={error} onRetry={retry} />;
  if (!record) return <Skeleton lines={2} />;
  async function handlePrint() {
    setPrinted(await print());
    await client.invalidateQueries({ predicate: ({ queryKey }) => touches(queryKey, ['keys']) });
  }
  const { recoveryKit: kit } = record;
  return (
    <Panel
      title={say('recoveryKit')}
      actions={
        <Button
          size="sm"
          icon="printer"
          tone={kit?.current ? undefined : 'primary'}
          busy={busy}
          onClick={() => void handlePrint()}
        >
          {say('print')}
        </Button>
      }
    >
      {kit ? <KitFacts kit={kit} /> : <Notice tone="warning">{say('noKit')}</Notice>}
      {printed && <Notice tone="success">{say('printed')}</Notice>}
      <p className="st-quiet st-keys-last">{say('kitText')}</p>
    </Panel>
  );
}

function KitFacts({ kit }: { kit: Kit }) {
  return (
    <>
      {!kit.current && <Notice tone="warning">{say('staleKit')}</Notice>}
      <Facts
        facts={[
          [say('kit'), <code key="kit">{kit.kit}</code>],
          [say('printedAt'), <Time key="at" at={kit.madeAt} />],
          [say('printedBy'), kit.madeName],
          [say('rehearsed'), kit.rehearsedAt ? <Time key="re" at={kit.rehearsedAt} /> : say('neverRehearsed')],
        ]}
      />
    </>
  );
}

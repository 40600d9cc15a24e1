import { Facts, Time } from '@st0r/ui';
import { say } from './messages';
import type { Scan } from './scan.types';

/** When, how and by whom; folded away, because the lines below are what people come for. */
export function ScanFacts({ scan }: { scan: Scan }) {
  return (
    <details className="dc-facts">
      <summary>
        {say('hosts')}: {say('hostsOf', { up: scan.hostsUp, all: scan.hostCount })} · {say('started')}{' '}
        <Time at={scan.startedAt} /> · {scan.uploadedByName}
      </summary>
      <Facts
        facts={[
          [say('args'), <code key="args">{scan.args}</code>],
          [say('scanner'), scan.scanner],
          [say('started'), <Time key="started" at={scan.startedAt} />],
          [say('finished'), <Time key="finished" at={scan.finishedAt} />],
          [say('created'), <Time key="created" at={scan.createdAt} />],
          [say('acceptedOn'), scan.acceptedAt ? <Time key="accepted" at={scan.acceptedAt} /> : null],
          [say('warnings'), scan.warnings.join(' ')],
        ]}
      />
    </details>
  );
}

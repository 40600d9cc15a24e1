import { Icon, type IconName } from '@st0r/ui';
import { say, skipText } from './messages';
import type { Accepted } from './scan.types';

/** What accepting did or would do, one line for each thing that happens. */
export function AcceptSums({ result }: { result: Accepted }) {
  const sums: [IconName, number, string][] = [
    ['plus-circle', result.created, say('resultCreated', { n: result.created })],
    ['pencil', result.updated, say('resultUpdated', { n: result.updated })],
    ['eye-slash', result.vanished, say('resultVanished', { n: result.vanished })],
    ['check-circle', result.unchanged, say('resultUnchanged', { n: result.unchanged })],
    ['ethernet', result.observations, say('resultPorts', { n: result.observations })],
    ['dash-circle', result.skipped.length, say('resultSkipped', { n: result.skipped.length })],
  ];
  return (
    <>
      <ul className="st-plain-list dc-sums">
        {sums
          .filter(([, n]) => n > 0)
          .map(([icon, , words]) => (
            <li key={icon}>
              <Icon name={icon} />
              <strong>{words}</strong>
            </li>
          ))}
      </ul>
      {result.skipped.length > 0 && <Skipped skipped={result.skipped} />}
    </>
  );
}

function Skipped({ skipped }: { skipped: Accepted['skipped'] }) {
  const reasons = Map.groupBy(skipped, ({ reason }) => reason);
  return (
    <ul className="st-quiet">
      {[...reasons].map(([reason, lines]) => (
        <li key={reason}>
          {lines.length.toLocaleString()} × {skipText(reason)}
        </li>
      ))}
    </ul>
  );
}

import { Tag } from '@st0r/ui';
import { say } from './messages';
import type { Proposal } from './scan.types';

type Found = NonNullable<Proposal['found']>;

/** What the scan saw of one device, in three lines. */
export function FoundSummary({ found }: { found: Found }) {
  const { hostnames, ips, macs, ports } = found;
  const maker = [found.vendor, systemOf(found)].filter(Boolean).join(' · ');
  const open = ports
    .filter(({ state }) => state === 'open')
    .map(({ port, service }) => `${port} ${service ?? ''}`.trim());
  return (
    <>
      <div>
        <strong>{hostnames[0] ?? ips[0] ?? macs[0]}</strong>{' '}
        {found.timedOut && <Tag tone="warning">{say('timedOut')}</Tag>}
      </div>
      <div className="dc-small">{[...(hostnames[0] ? ips : ips.slice(1)), ...macs].join(' · ')}</div>
      {maker && <div className="dc-small">{maker}</div>}
      {open.length > 0 && (
        <div className="dc-small" title={open.join(', ')}>
          {say('portCount', { n: found.portCount })}: {open.slice(0, 5).join(', ')}
          {open.length > 5 && ' …'}
        </div>
      )}
      {found.sharedMac && <div className="dc-small">{say('sharedMac', { mac: found.sharedMac })}</div>}
    </>
  );
}

function systemOf({ os, osAccuracy }: Found): string {
  if (!os) return '';
  return osAccuracy == null ? os : `${os} (${osAccuracy} %)`;
}

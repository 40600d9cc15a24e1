import { useEffect, useState } from 'react';
import { Button, Icon } from '@st0r/ui';
import { endSight, type Sight } from '../shared/sight';
import type { Me } from '../shared/session';
import { shell } from './messages';

/** Across every page while somebody looks with other rights: whose, where, until when, and the way out. */
export function SightBar({ me }: { me: Me }) {
  return me.sight ? <Bar sight={me.sight} back={backOf(me.sight, me)} /> : null;
}

function Bar({ sight, back }: { sight: Sight; back: string }) {
  const [busy, setBusy] = useState(false);
  const { name, organisation, until, secondsLeft, leftOut } = sight;
  useEffect(() => {
    // Then the own rights are back; what is on screen was drawn for others.
    // The server says how long, because its clock decides; asked to end what is over, it does no harm.
    const timer = setTimeout(() => void endSight(back), (secondsLeft + 1) * 1000);
    return () => clearTimeout(timer);
  }, [until, secondsLeft, back]);
  function handleEnd() {
    setBusy(true);
    void endSight(back);
  }
  const time = new Date(until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <section className="st-sight-bar" aria-label={shell('sight')}>
      <Icon name="eye" />
      <p>
        <strong>{shell('sightAs', { name, organisation })}</strong> {shell('sightRules', { time })}
        {leftOut > 0 && ` ${shell('sightLeftOut', { n: leftOut })}`}
      </p>
      <Button size="sm" busy={busy} onClick={handleEnd}>
        {shell('sightEnd')}
      </Button>
    </section>
  );
}

/** Back to where it began; the client's address is known as long as anything of it may be seen. */
function backOf(sight: Sight, { organisations }: Me): string {
  const slug = organisations.find(({ id }) => id === sight.organisationId)?.slug;
  if (!slug) return '/';
  return sight.kind === 'person' ? `/o/${slug}/members/${sight.id}/access` : `/o/${slug}/members`;
}

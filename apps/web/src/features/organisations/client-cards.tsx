import { Link } from 'react-router';
import type { Api } from '@st0r/api-client';
import { Button, IconButton, OrgBadge, orgStyle, Tag } from '@st0r/ui';
import { useFavourites } from '../../shared/preferences';
import { logoOf } from '../../shared/session';
import { kindName, say } from './messages';

type Client = Api<'Organisation'>;

/** Clients as cards in their colours, favourites first. */
export function ClientCards({ clients, more }: { clients: readonly Client[]; more: (() => void) | undefined }) {
  const { favourites, toggle } = useFavourites();
  const ordered = clients.toSorted((a, b) => Number(favourites.includes(b.slug)) - Number(favourites.includes(a.slug)));
  return (
    <>
      <ul className="st-cards">
        {ordered.map((client) => (
          <li key={client.id} className="st-card" style={orgStyle(client.colour)}>
            <Link to={`/o/${client.slug}`} className="st-row-link st-card-link">
              <OrgBadge name={client.name} colour={client.colour} logo={logoOf(client)} withName />
            </Link>
            <span className="st-quiet">{[kindName(client.type), client.city].filter(Boolean).join(' · ')}</span>
            <span>
              {client.tags?.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </span>
            <span className="st-card-tools">
              <Star on={favourites.includes(client.slug)} name={client.name} onToggle={() => toggle(client.slug)} />
            </span>
          </li>
        ))}
      </ul>
      {more && <Button onClick={more}>{say('all')}</Button>}
    </>
  );
}

/** The star of a favourite. */
export function Star({ on, name, onToggle }: { on: boolean; name: string; onToggle: () => void }) {
  return (
    <IconButton
      icon={on ? 'star-fill' : 'star'}
      label={say('favouriteOf', { name })}
      size="sm"
      aria-pressed={on}
      onClick={onToggle}
    />
  );
}

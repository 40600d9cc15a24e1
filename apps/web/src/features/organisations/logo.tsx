import { logoOf } from '../../shared/session';
import { say } from './messages';

type Known = { id: string; name: string; logo?: string | null };

/** The logo of a client, large; nothing without one. */
export function Logo({ client }: { client: Known }) {
  const address = logoOf(client);
  return address ? <img className="st-logo-large" src={address} alt={say('logoOf', { name: client.name })} /> : null;
}

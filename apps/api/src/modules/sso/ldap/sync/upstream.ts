import type { Closed } from '../people/person-entry';

/** Somebody of the directory, as a sync reads them. */
export interface UpstreamPerson {
  dn: string;
  closed: Closed | null;
}

/** What the directory says right now: everybody by their key, and who is in each group that gives a role. */
export interface Upstream {
  people: ReadonlyMap<string, UpstreamPerson>;
  members: ReadonlyMap<string, ReadonlySet<string>>;
}

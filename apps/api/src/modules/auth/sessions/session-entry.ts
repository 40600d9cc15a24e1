/** How somebody came in who did not prove who they are to us, but to a provider or directory we trust for it. */
export interface SessionEntry {
  /** The record of this one coming in; the module that made it finds the session by it. */
  id: string;
  /** Name of the connection, for the event. */
  via: string;
}

/** What a connection verified about somebody; every field comes from a checked answer, none from the address bar. */
export interface ExternalProof {
  /** Stable key within the connection; never an e-mail address or a user name that could be renamed. */
  subject: string;
  email: string | null;
  name: string | null;
  /** Groups or claim values that mappings name, complete: an incomplete list must be refused before it gets here. */
  groups: readonly string[];
  /** Methods the provider says it used. */
  amr: readonly string[];
  /** Assurance classes the provider says it reached (`acr`, `acrs`, AuthnContextClassRef). */
  acr: readonly string[];
  /** When the person last proved themselves to the provider; null where it does not say. */
  authTime: Date | null;
  /** The provider's own name of its session (`sid`, SessionIndex), for logout from its side. */
  providerSession: string | null;
  /** What the provider wants to see again at a logout from our side (ID token, NameID); kept sealed. */
  logoutHint: Record<string, string> | null;
}

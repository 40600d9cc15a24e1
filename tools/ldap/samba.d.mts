/** An Active Directory domain of a test, on loopback. */
export interface TestDomain {
  suffix: string;
  /** Certificate of its controller, which nobody else vouches for. */
  pem: string;
  /** For StartTLS. */
  plainPort: number;
  /** For LDAPS. */
  tlsPort: number;
  administrator: { dn: string; password: string };
  /** The end of its log, for a test that failed. */
  lastWords(): string;
  stop(): Promise<void>;
}

/** `realm` is the name of the domain, `contoso.test`; `names` are those its certificate is for. */
export function startSamba(options: { realm: string; password?: string; names?: string }): Promise<TestDomain>;
/** Unpacks Debian's Samba where it is not yet, and answers the folder. */
export function sambaFolder(): Promise<string>;
/** False where the system gives nobody a network of their own. */
export function canRunSamba(): boolean;

/** An OpenLDAP of a test, on loopback. */
export interface TestDirectory {
  suffix: string;
  /** Its certificate, which nobody else vouches for. */
  pem: string;
  /** For StartTLS. */
  plainPort: number;
  /** For LDAPS. */
  tlsPort: number;
  /** What it was asked so far, one line for each operation. */
  log(): string;
  /** Starts it again after a kill. */
  start(): Promise<void>;
  kill(): Promise<void>;
  /** It keeps its connections and answers nothing. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

/** A tree, the schema it needs, and the names its certificate is for. */
export interface DirectoryOptions {
  suffix: string;
  ldif: string;
  schema?: string;
  sizeLimit?: number;
  names?: string;
}

export function startSlapd(options: DirectoryOptions): Promise<TestDirectory>;
/** Unpacks Debian's slapd where it is not yet, and answers the folder. */
export function slapdFolder(): Promise<string>;
/** A key and a certificate for itself, as files, for these names. */
export function certifyNames(folder: string, names: string): { key: string; certificate: string; pem: string };

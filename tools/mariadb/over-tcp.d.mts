/** A MariaDB as somebody else runs it. */
export interface MariaDbOverTcp {
  host: string;
  port: number;
  /** For its administrator alone. */
  socket: string;
  rootPassword: string;
  /** Rows of a statement as its administrator. */
  rows<T = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
  stop(): Promise<void>;
}

/** Starts one that is reached over TCP on loopback alone. */
export function startMariaDbOverTcp(where: { folder: string; rootPassword: string }): Promise<MariaDbOverTcp>;

export const HOST_STATES = ['up', 'down', 'unknown', 'skipped'] as const;
export type HostState = (typeof HOST_STATES)[number];

export const PORT_PROTOCOLS = ['tcp', 'udp', 'sctp', 'ip'] as const;
export type PortProtocol = (typeof PORT_PROTOCOLS)[number];

export const PORT_STATES = [
  'open',
  'closed',
  'filtered',
  'unfiltered',
  'open|filtered',
  'closed|filtered',
  'unknown',
] as const;
export type PortState = (typeof PORT_STATES)[number];

/** `probed` was seen by talking to the service; `table` is only what usually lives on that port number. */
export type ServiceMethod = 'probed' | 'table';

export interface FoundService {
  name: string;
  product?: string;
  version?: string;
  extra?: string;
  method: ServiceMethod;
  tunnel?: string;
  cpe: string[];
}

export interface FoundPort {
  protocol: PortProtocol;
  port: number;
  state: PortState;
  service?: FoundService;
}

/** The best operating system guess; `accuracy` in percent. */
export interface FoundOs {
  name: string;
  accuracy: number;
  family?: string;
  vendor?: string;
  generation?: string;
  type?: string;
}

/** One host of a scan. Addresses are canonical (RFC 5952), the MAC is `aa:bb:cc:dd:ee:ff`. */
export interface FoundHost {
  state: HostState;
  reason: string;
  ips: string[];
  mac?: string;
  vendor?: string;
  hostnames: { name: string; type: string }[];
  ports: FoundPort[];
  /** Ports the scanner only counted, such as "998 closed". */
  otherPorts: { state: string; count: number }[];
  os?: FoundOs;
  lastSeenAt: Date;
  timedOut: boolean;
}

/**
 * What an upload holds. `args` has one command line per document, one per line. `complete` is false when the scanner
 * was stopped or the file was cut: hosts are right, but an absent host proves nothing.
 */
export interface ScanDocument {
  scanner: string;
  args: string;
  startedAt: Date | null;
  finishedAt?: Date;
  complete: boolean;
  documents: number;
  warnings: string[];
  hosts: FoundHost[];
}

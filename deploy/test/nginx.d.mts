/** The name the site of the tests goes by. */
export const DOMAIN: string;

export interface Ports {
  plain: number;
  tls: number;
}

export interface Nginx {
  folder: string;
  ports: Ports;
  pid: number;
  certificate: Buffer;
  /** The access log so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Ports for a site that is going to be started. */
export function sitePorts(): Promise<Ports>;

/** nginx with the shipped site, unprivileged, in a folder of its own. `local` replaces files of st0r/local. */
export function startNginx(options: {
  api: string;
  ports: Ports;
  pages?: string;
  listen?: string[];
  local?: Record<string, string>;
}): Promise<Nginx>;

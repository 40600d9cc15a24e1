/** Throws a plain sentence when nobody can listen on this address now. */
export function checkPort(host: string, port: number): Promise<void>;

/** A port of this host that is free now, chosen by the system. */
export function freePort(host?: string): Promise<number>;

/** OpenSSH's sshd on loopback, which lets one person in by key and gives them files, no shell. */
export interface Sshd {
  readonly user: string;
  readonly port: number;
  /** Where that person may write. */
  readonly folder: string;
  /** Fingerprint of its key, as ssh-keygen prints it, and of the one it has when it is started with `other-host`. */
  readonly hostKey: string;
  readonly otherHostKey: string;
  /** The private key that is let in, and one that is not. */
  readonly key: string;
  readonly strangerKey: string;
  log(): string;
  freeze(): void;
  thaw(): void;
  /** Ends it at once, and every connection with it. */
  kill(): Promise<void>;
  start(how?: { hostKey: 'host' | 'other-host' }): Promise<void>;
  stop(): Promise<void>;
}

/** Where Debian's sshd is unpacked; fetched the first time. */
export function sshdFolder(): Promise<string>;
export function startSshd(): Promise<Sshd>;

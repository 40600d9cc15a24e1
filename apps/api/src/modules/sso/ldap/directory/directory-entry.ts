import type { Entry } from 'ldapts';

/** One entry of a directory. Names of attributes are compared without case, as directories do. */
export class DirectoryEntry {
  private readonly values = new Map<string, (string | Buffer)[]>();

  constructor(entry: Entry) {
    for (const [name, value] of Object.entries(entry))
      this.values.set(name.toLowerCase(), [value].flat() as (string | Buffer)[]);
  }

  get dn(): string {
    return this.text('dn') ?? '';
  }

  text(name: string): string | null {
    return this.texts(name)[0] ?? null;
  }

  texts(name: string): string[] {
    return (this.values.get(name.toLowerCase()) ?? []).map(String);
  }

  /** True where a value is bytes that are no text. */
  binary(name: string): boolean {
    return Buffer.isBuffer(this.values.get(name.toLowerCase())?.[0]);
  }

  bytes(name: string): Buffer | null {
    const [value] = this.values.get(name.toLowerCase()) ?? [];
    return value === undefined ? null : Buffer.from(value as string);
  }

  /** A number; undefined where there is none or it is written as none. */
  number(name: string): number | undefined {
    const text = this.text(name);
    return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  }

  /** Names of everything it holds, in lower case. */
  names(): string[] {
    return [...this.values.keys()];
  }
}

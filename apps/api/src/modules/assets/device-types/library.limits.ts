/** Bounds for an uploaded library: entries in all, bytes of YAML after inflating, inflated : packed per entry. */
export type LibraryLimits = { entries: number; bytes: number; ratio: number };

export const LIBRARY_LIMITS: LibraryLimits = { entries: 5_000, bytes: 200 * 1024 * 1024, ratio: 100 };

export const LIBRARY_REFUSALS = [
  'library.not_a_zip',
  'library.too_many_entries',
  'library.too_large',
  'library.ratio',
  'library.link',
  'library.path',
  'library.nested_archive',
  'library.encrypted',
  'library.unreadable',
] as const;
export type LibraryRefusalCode = (typeof LIBRARY_REFUSALS)[number];

/** The whole folder or archive is refused; `code` for programs, `message` for people, `entry` names the culprit. */
export class LibraryRefused extends Error {
  override readonly name = 'LibraryRefused';

  constructor(
    readonly code: LibraryRefusalCode,
    message: string,
    readonly entry: string | null = null,
  ) {
    super(message);
  }
}

/** Counts while reading and throws LibraryRefused as soon as a limit is passed. */
export class LibraryMeter {
  private entries = 0;
  private bytes = 0;

  constructor(private readonly limits: LibraryLimits) {}

  countEntry(): void {
    this.entries += 1;
    if (this.entries <= this.limits.entries) return;
    throw new LibraryRefused('library.too_many_entries', `The library holds more than ${this.limits.entries} entries.`);
  }

  countBytes(bytes: number, entry: string): void {
    this.bytes += bytes;
    if (this.bytes <= this.limits.bytes) return;
    throw new LibraryRefused(
      'library.too_large',
      `The library holds more than ${this.limits.bytes} bytes of text.`,
      entry,
    );
  }

  checkRatio(inflated: number, packed: number, entry: string): void {
    if (inflated <= Math.max(packed, 1) * this.limits.ratio) return;
    throw new LibraryRefused('library.ratio', `"${entry}" is packed more than ${this.limits.ratio} to 1.`, entry);
  }
}

import type { FoundOs } from './scan.document';
import { boundedText, wholeNumber, type Attributes } from './attributes';

interface OsClass {
  accuracy: number;
  family?: string;
  vendor?: string;
  generation?: string;
  type?: string;
}
interface OsMatch {
  name: string;
  accuracy: number;
  osClass?: OsClass;
}

/** Collects the guesses of one host and answers the best: nmap sorts by accuracy, other writers may not. */
export class OsGuess {
  private match: OsMatch | undefined;
  private best: OsMatch | undefined;
  private looseClass: OsClass | undefined;

  addMatch(attributes: Attributes): void {
    const name = boundedText(attributes.name);
    this.match = name ? { name, accuracy: percent(attributes) } : undefined;
    if (this.match && (!this.best || this.match.accuracy > this.best.accuracy)) this.best = this.match;
  }

  /** nmap 6 and later nest the class in its match; nmap 4 and 5 wrote it beside. */
  addClass(attributes: Attributes, inMatch: boolean): void {
    const found = readClass(attributes);
    if (inMatch) {
      if (this.match) this.match.osClass ??= found;
      return;
    }
    if (!this.looseClass || found.accuracy > this.looseClass.accuracy) this.looseClass = found;
  }

  result(): FoundOs | undefined {
    const osClass = this.best?.osClass ?? this.looseClass;
    const name = this.best?.name ?? [osClass?.vendor, osClass?.family, osClass?.generation].filter(Boolean).join(' ');
    if (!name) return undefined;
    return { ...osClass, name, accuracy: this.best?.accuracy ?? osClass?.accuracy ?? 0 };
  }
}

function readClass(attributes: Attributes): OsClass {
  return {
    accuracy: percent(attributes),
    family: boundedText(attributes.osfamily),
    vendor: boundedText(attributes.vendor),
    generation: boundedText(attributes.osgen),
    type: boundedText(attributes.type),
  };
}

function percent(attributes: Attributes): number {
  return wholeNumber(attributes.accuracy, 100) ?? 0;
}

/** Longest value a pattern may be tried on, and longest pattern; together they bound the work of one check. */
export const PATTERN_LIMITS = { value: 200, pattern: 200 };

// How many ways to match an open repeat such as a+ is charged, and what a whole pattern may cost: three open repeats in
// a row, or seventeen optional letters. Measured, all of that ends within 50 ms on the longest value.
const OPEN_REPEAT = 50;
const MAX_WAYS = OPEN_REPEAT ** 3 + 2 ** 13;

export type PatternFault = 'pattern.too_long' | 'pattern.invalid' | 'pattern.unsupported' | 'pattern.too_slow';

/** Why a pattern may not be used, or null: it must compile, look neither back nor ahead, and never explode. */
export function patternFault(pattern: string): PatternFault | null {
  if (pattern.length > PATTERN_LIMITS.pattern) return 'pattern.too_long';
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'pattern.invalid';
  }
  const reader = new PatternReader(pattern);
  const ways = reader.alternatives();
  if (reader.unsupported) return 'pattern.unsupported';
  return ways > MAX_WAYS ? 'pattern.too_slow' : null;
}

/** A pattern that must match the whole value. The pattern must have passed patternFault. */
export function wholePattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

/**
 * Walks a valid pattern and counts in how many ways it can match one value. A repeat of something that is itself
 * ambiguous, such as (a+)+ or (a|b)*, multiplies without end and counts as infinite.
 */
class PatternReader {
  unsupported = false;
  private at = 0;

  constructor(private readonly pattern: string) {}

  alternatives(): number {
    let ways = this.sequence();
    while (this.take('|')) ways += this.sequence();
    return ways;
  }

  private sequence(): number {
    let ways = 1;
    while (this.at < this.pattern.length && !/^[|)]/.test(this.rest())) ways *= this.repeated(this.atom());
    return ways;
  }

  private atom(): number {
    if (this.take('(')) return this.group();
    if (this.take('\\')) return this.escape();
    const plain = /^(?:\[(?:\\.|[^\]\\])*\]|[^])/u.exec(this.rest());
    this.at += plain?.[0].length ?? 1;
    return 1;
  }

  private group(): number {
    const opening = /^\?(?::|<[A-Za-z_$][\w$]*>)/.exec(this.rest());
    // What is left of "(?" is looking around and changing flags.
    if (!opening && this.rest().startsWith('?')) this.unsupported = true;
    this.at += opening?.[0].length ?? 0;
    const ways = this.alternatives();
    this.take(')');
    return ways;
  }

  private escape(): number {
    const text = /^(?:[pPu]\{[^}]*\}|k<[^>]*>|[1-9]\d*|[^])/u.exec(this.rest())?.[0] ?? '';
    // A back-reference makes matching slow in ways nobody can count.
    if (/^(?:k<|[1-9])/.test(text)) this.unsupported = true;
    this.at += text.length;
    return 1;
  }

  private repeated(ways: number): number {
    const quantifier = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(this.rest());
    if (!quantifier) return ways;
    this.at += quantifier[0].length;
    const [least, most] = bounds(quantifier);
    const ambiguous = ways > 1;
    if (most === Infinity) return ambiguous ? Infinity : OPEN_REPEAT;
    return Math.min(most - least + 1, OPEN_REPEAT) * (ambiguous ? ways ** most : 1);
  }

  private take(character: string): boolean {
    if (this.pattern[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private rest(): string {
    return this.pattern.slice(this.at);
  }
}

function bounds([, sign, least, range, most]: RegExpExecArray): [least: number, most: number] {
  if (sign === '?') return [0, 1];
  if (sign !== undefined) return [sign === '+' ? 1 : 0, Infinity];
  const low = Number(least);
  if (range === undefined) return [low, low];
  return [low, most ? Number(most) : Infinity];
}

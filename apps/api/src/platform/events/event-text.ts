/** At most `length` characters as the database counts them, never half of a character: the row's MAC covers this text. */
export function cutText(text: string, length: number): string {
  const whole = text.toWellFormed();
  return whole.length <= length ? whole : [...whole].slice(0, length).join('');
}

/** UTC with six decimals, the way the database answers it: `2026-12-01 10:00:00.123000`. */
export function stamp(moment: Date): string {
  return `${moment.toISOString().replace('T', ' ').replace('Z', '')}000`;
}

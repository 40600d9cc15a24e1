import type { FieldProblem } from '@st0r/dto';
import type { OpeningHours, OpeningSlot } from './site.entity';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MAX_SLOTS = 6;

/** Everything wrong with opening hours as they came in; empty when they may be stored. */
export function checkOpeningHours(hours: Record<string, unknown>): FieldProblem[] {
  return Object.entries(hours).flatMap(([day, slots]) => checkDay(day, slots));
}

/** The same hours in the order of the week, each day by time, without closed days. */
export function tidyOpeningHours(hours: Record<string, unknown>): OpeningHours {
  const days = WEEKDAYS.map((day) => [day, [...((hours[day] ?? []) as OpeningSlot[])].sort(byStart)] as const);
  return Object.fromEntries(days.filter(([, slots]) => slots.length > 0));
}

function checkDay(day: string, slots: unknown): FieldProblem[] {
  const pointer = `/openingHours/${day.slice(0, 40)}`;
  if (!(WEEKDAYS as readonly string[]).includes(day))
    return [problem(pointer, 'unknown', `Days are ${WEEKDAYS.join(', ')}.`)];
  if (!Array.isArray(slots) || slots.length > MAX_SLOTS)
    return [
      problem(pointer, 'slots', `Give a list of at most ${MAX_SLOTS} slots such as {"from":"09:00","to":"17:30"}.`),
    ];
  const wrong = slots.flatMap((slot, at) => checkSlot(slot, `${pointer}/${at}`));
  if (wrong.length > 0) return wrong;
  const sorted = [...(slots as OpeningSlot[])].sort(byStart);
  const overlap = sorted.some((slot, at) => at > 0 && slot.from < (sorted[at - 1]?.to ?? ''));
  return overlap ? [problem(pointer, 'overlap', 'Two slots of this day overlap.')] : [];
}

function checkSlot(slot: unknown, pointer: string): FieldProblem[] {
  const { from, to, ...rest } = (slot ?? {}) as Record<string, unknown>;
  const timed = isTime(from) && (isTime(to) || to === '24:00') && Object.keys(rest).length === 0;
  if (!timed) return [problem(pointer, 'slot', 'A slot has "from" and "to", written 09:00.')];
  return String(from) < String(to) ? [] : [problem(pointer, 'reversed', 'A slot ends after it starts.')];
}

const isTime = (value: unknown): boolean => typeof value === 'string' && TIME.test(value);
const byStart = (a: OpeningSlot, b: OpeningSlot): number => (a.from < b.from ? -1 : 1);

function problem(pointer: string, code: string, detail: string): FieldProblem {
  return { pointer, code, params: {}, detail };
}

import type { z } from 'zod';
import { pointerStep, type DeviceTypeNotes } from './device-type.notes';
import type { CamelKeys } from './device-type.schema';

type Raw = Record<string, unknown>;
type Place = { pointer: string; notes: DeviceTypeNotes };

// A device without these cannot be placed, cabled or found again; anything else may be dropped with a warning.
const NEEDED: ReadonlySet<string> = new Set([
  'manufacturer',
  'model',
  'u_height',
  'is_full_depth',
  'name',
  'type',
  'positions',
  'front_port',
  'rear_port',
  'rear_port_position',
]);

/** Fits a raw map into a shape; keys that do not fit or are unknown end in `extra` with a warning. */
export function fit<S extends z.ZodObject>(shape: S, raw: Raw, at: Place) {
  const isKnown = (key: string): boolean => Object.hasOwn(shape.shape, key);
  const known: Raw = Object.fromEntries(Object.entries(raw).filter(([key]) => isKnown(key)));
  const extra: Raw = Object.fromEntries(Object.entries(raw).filter(([key]) => !isKnown(key)));
  for (const key of Object.keys(extra)) {
    at.notes.warn(at.pointer + pointerStep(key), 'field.unknown', `"${key}" is not a known field; it is kept aside.`);
  }
  const fields = firstFit(shape, { known, extra }, at);
  return fields && { fields: camelKeys(fields), extra };
}

function firstFit<S extends z.ZodObject>(shape: S, { known, extra }: { known: Raw; extra: Raw }, at: Place) {
  const first = shape.safeParse(known);
  if (first.success) return first.data;
  for (const issue of first.error.issues) {
    const key = String(issue.path[0] ?? '');
    const pointer = at.pointer + pointerStep(key);
    if (NEEDED.has(key)) {
      at.notes.refuse(pointer, ...why(known[key], key, issue.message));
    } else if (Object.hasOwn(known, key)) {
      at.notes.warn(pointer, 'field.ignored', `"${key}" has a value we do not understand; it is kept aside.`);
      extra[key] = known[key];
      delete known[key];
    }
  }
  const second = shape.safeParse(known);
  return second.success ? second.data : undefined;
}

function why(value: unknown, key: string, message: string): [code: string, detail: string] {
  if (value === undefined || value === null || value === '') return ['field.required', `"${key}" is missing.`];
  return ['field.invalid', `"${key}" is not usable: ${message}.`];
}

function camelKeys<T extends object>(fields: T): CamelKeys<T> {
  const pairs = Object.entries(fields).map(([key, value]) => [
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(pairs) as CamelKeys<T>;
}

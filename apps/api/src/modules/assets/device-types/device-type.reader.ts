import type { z } from 'zod';
import { fit } from './device-type.fit';
import { DeviceTypeNotes, pointerStep } from './device-type.notes';
import { applyPortMappings, checkReferences } from './device-type.references';
import {
  COMPONENT_SHAPES,
  DEVICE_SHAPE,
  type CamelKeys,
  type ComponentList,
  type DeviceType,
  type DeviceTypeProblem,
} from './device-type.schema';
import { deviceTypeSlug } from './device-type.slug';
import { parseDeviceYaml } from './device-type.yaml';

/** A readable file is `ok` with warnings; an unreadable one names every error with a JSON pointer. */
export type DeviceTypeReading = { ok: DeviceType; warnings: DeviceTypeProblem[] } | { errors: DeviceTypeProblem[] };

const MAX_ENTRIES = 2_000;
const SLUG = /^[-a-z0-9_]+$/;

type Raw = Record<string, unknown>;

/** Reads one device file of a device-type library; never throws. `path` only serves to name the file in messages. */
export function readDeviceType(text: string, path: string): DeviceTypeReading {
  const parsed = parseDeviceYaml(text);
  if ('problem' in parsed) return { errors: [{ ...parsed.problem, detail: `${path}: ${parsed.problem.detail}` }] };
  const notes = new DeviceTypeNotes();
  const device = deviceOf(parsed.value, notes);
  if (!device || notes.errors.length > 0) return { errors: notes.errors };
  checkReferences(device, notes);
  return { ok: device, warnings: notes.warnings };
}

function deviceOf(file: Raw, notes: DeviceTypeNotes): DeviceType | undefined {
  const list = <L extends ComponentList>(key: L) => readList(COMPONENT_SHAPES[key], file[key], { key, notes });
  const lists = {
    consolePorts: list('console-ports'),
    consoleServerPorts: list('console-server-ports'),
    powerPorts: list('power-ports'),
    powerOutlets: list('power-outlets'),
    interfaces: list('interfaces'),
    frontPorts: list('front-ports'),
    rearPorts: list('rear-ports'),
    moduleBays: list('module-bays'),
    deviceBays: list('device-bays'),
    inventoryItems: list('inventory-items'),
  };
  applyPortMappings(lists.frontPorts, list('port-mappings'), notes);
  const device = fit(DEVICE_SHAPE, withoutLists(file), { pointer: '', notes });
  if (!device) return undefined;
  return { ...device.fields, slug: slugOf(device.fields, notes), ...lists, extra: device.extra };
}

function withoutLists(file: Raw): Raw {
  return Object.fromEntries(Object.entries(file).filter(([key]) => !Object.hasOwn(COMPONENT_SHAPES, key)));
}

function slugOf(device: { manufacturer: string; model: string; slug: string }, notes: DeviceTypeNotes): string {
  if (SLUG.test(device.slug)) return device.slug;
  const slug = deviceTypeSlug(device.manufacturer, device.model);
  if (device.slug !== '') notes.warn('/slug', 'slug.invalid', `"${device.slug}" is not a slug; "${slug}" is used.`);
  return slug;
}

type Entry<S extends z.ZodObject> = CamelKeys<z.output<S>> & { extra?: Raw };

function readList<S extends z.ZodObject>(
  shape: S,
  raw: unknown,
  at: { key: string; notes: DeviceTypeNotes },
): Entry<S>[] {
  if (raw === undefined || raw === null) return [];
  const pointer = pointerStep(at.key);
  if (!Array.isArray(raw) || raw.length > MAX_ENTRIES) {
    at.notes.refuse(pointer, 'list.invalid', `"${at.key}" is not a list of at most ${MAX_ENTRIES} entries.`);
    return [];
  }
  const entries = raw.flatMap((one, i) =>
    readEntry(shape, one, { pointer: pointer + pointerStep(i), notes: at.notes }),
  );
  refuseTwins(raw, pointer, at.notes);
  return entries;
}

function readEntry<S extends z.ZodObject>(
  shape: S,
  raw: unknown,
  at: { pointer: string; notes: DeviceTypeNotes },
): Entry<S>[] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    at.notes.refuse(at.pointer, 'entry.invalid', 'This entry of the list has no fields.');
    return [];
  }
  const fitted = fit(shape, raw as Raw, at);
  if (!fitted) return [];
  return [Object.keys(fitted.extra).length > 0 ? { ...fitted.fields, extra: fitted.extra } : fitted.fields];
}

// A cable is drawn to a name, so a name may stand only once in its list.
function refuseTwins(raw: readonly unknown[], pointer: string, notes: DeviceTypeNotes): void {
  const seen = new Set<unknown>();
  raw.forEach((entry, i) => {
    const name = (entry as Raw | null)?.['name'];
    if (typeof name === 'string' && seen.has(name)) {
      notes.refuse(`${pointer}/${i}/name`, 'name.duplicate', `"${name}" stands twice in this list.`);
    }
    seen.add(name);
  });
}

import { readDeviceType } from './device-type.reader';
import type { DeviceType, DeviceTypeProblem } from './device-type.schema';
import { deviceTypeKey } from './device-type.slug';

/** One text file of a library; `path` is relative to the library with forward slashes. */
export type LibraryFile = { path: string; text: string };

/** What a whole library holds; every YAML file ends in exactly one of the four lists. */
export type LibraryReading = {
  devices: { path: string; device: DeviceType; warnings: DeviceTypeProblem[] }[];
  refused: { path: string; errors: DeviceTypeProblem[] }[];
  /** Same manufacturer and model as an earlier file, which is the one kept. */
  duplicates: { path: string; keptPath: string; manufacturer: string; model: string }[];
  /** Module and rack types: fine files, but not devices. */
  skipped: { path: string; reason: 'module-type' | 'rack-type' }[];
};

/** Reads all device files of a folder or archive; a bad file is reported and never stops the others. */
export async function readLibrary(files: AsyncIterable<LibraryFile>): Promise<LibraryReading> {
  const reading: LibraryReading = { devices: [], refused: [], duplicates: [], skipped: [] };
  const kept = new Map<string, string>();
  for await (const file of files) place(file, reading, kept);
  return reading;
}

function place({ path, text }: LibraryFile, reading: LibraryReading, kept: Map<string, string>): void {
  const reason = otherKind(path);
  if (reason) return void reading.skipped.push({ path, reason });
  const read = readDeviceType(text, path);
  if ('errors' in read) return void reading.refused.push({ path, errors: read.errors });
  const { manufacturer, model } = read.ok;
  const key = deviceTypeKey(read.ok);
  const keptPath = kept.get(key);
  if (keptPath !== undefined) return void reading.duplicates.push({ path, keptPath, manufacturer, model });
  kept.set(key, path);
  reading.devices.push({ path, device: read.ok, warnings: read.warnings });
}

function otherKind(path: string): 'module-type' | 'rack-type' | null {
  if (/(^|\/)module-types\//.test(path)) return 'module-type';
  return /(^|\/)rack-types\//.test(path) ? 'rack-type' : null;
}

/** A device file by its name: .yml or .yaml, not hidden (CI settings) and not a Mac's shadow file. */
export function isLibraryPath(path: string): boolean {
  return /\.ya?ml$/i.test(path) && !/(^|\/)(\.|__MACOSX\/)/.test(path);
}

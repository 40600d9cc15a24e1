import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLibrary, readLibraryFolder } from './index';

const repository = fileURLToPath(new URL('../../../../../../', import.meta.url));
const library = join(repository, '../shared/data/devicetypes');

describe.skipIf(!existsSync(library))('a real device-type library', () => {
  it('loads completely, with no device refused', async () => {
    const reading = await readLibrary(readLibraryFolder(library));
    expect(reading.refused).toEqual([]);
    expect(reading.devices.length).toBeGreaterThan(150);
    expect(reading.devices.length + reading.duplicates.length).toBeGreaterThanOrEqual(200);
    expect(new Set(reading.skipped.map((file) => file.reason))).toEqual(new Set(['module-type', 'rack-type']));
  });

  it('leaves no reference open and keeps unquoted names like 08', async () => {
    const { devices } = await readLibrary(readLibraryFolder(library));
    const open = devices.flatMap(({ path, warnings }) =>
      warnings.filter((warning) => warning.code.startsWith('reference.')).map((warning) => ({ path, ...warning })),
    );
    expect(open).toEqual([]);
    const names = devices.flatMap(({ device }) => device.rearPorts.map((port) => port.name));
    expect(names).toContain('08');
  });

  it('gives every device a slug of its own', async () => {
    const { devices } = await readLibrary(readLibraryFolder(library));
    const slugs = devices.map(({ device }) => device.slug);
    expect(slugs.filter((slug, i) => slugs.indexOf(slug) !== i)).toEqual([]);
    expect(slugs.filter((slug) => !/^[-a-z0-9_]+$/.test(slug))).toEqual([]);
  });
});

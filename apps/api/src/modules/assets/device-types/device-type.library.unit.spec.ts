import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LibraryRefused, readLibrary, readLibraryFolder, readLibraryZip, type LibraryFile } from './index';

const device = (model: string): string => `manufacturer: Northwind\nmodel: ${model}\n`;

type Packed = { name: string; text?: string; mode?: number; flags?: number };

/** A zip as a packing program writes it, small enough to bend each field. */
function zipOf(files: readonly Packed[]): Buffer {
  let offset = 0;
  const parts = files.map(({ name, text = '', mode = 0o100644, flags = 0x800 }) => {
    const data = deflateRawSync(Buffer.from(text));
    const common = Buffer.alloc(26);
    [20, flags, 8, 0, 33].forEach((value, i) => common.writeUInt16LE(value, i * 2));
    [crc32(text), data.length, Buffer.byteLength(text)].forEach((value, i) => common.writeUInt32LE(value, 10 + i * 4));
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((mode << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    offset += local.length;
    const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, tail, Buffer.from(name)]);
    return { local, central };
  });
  const directory = Buffer.concat(parts.map((part) => part.central));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  [files.length, files.length].forEach((value, i) => end.writeUInt16LE(value, 8 + i * 2));
  [directory.length, offset].forEach((value, i) => end.writeUInt32LE(value, 12 + i * 4));
  return Buffer.concat([...parts.map((part) => part.local), directory, end]);
}

async function refusalOf(files: AsyncIterable<LibraryFile>) {
  const error: unknown = await readLibrary(files).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof LibraryRefused ? { code: error.code, entry: error.entry } : error;
}

describe('a zipped device-type library', () => {
  it('reads .yml and .yaml files with blanks and plus signs in their names', async () => {
    const zip = zipOf([
      { name: 'lib/device-types/North wind/NW 1+.yml', text: device('NW 1+') },
      { name: 'lib/device-types/North wind/NW-2.yaml', text: device('NW-2') },
      { name: 'lib/README.md', text: '# not a device' },
      { name: 'lib/.github/workflows/ci.yml', text: 'on: push' },
    ]);
    const { devices, refused } = await readLibrary(readLibraryZip(zip));
    expect(refused).toEqual([]);
    expect(devices.map(({ path, device: read }) => [path.split('/').at(-1), read.model])).toEqual([
      ['NW 1+.yml', 'NW 1+'],
      ['NW-2.yaml', 'NW-2'],
    ]);
  });

  it('keeps the first of two files about the same model, whatever its case', async () => {
    const zip = zipOf([
      { name: 'a.yaml', text: device('NW-1') },
      { name: 'b.yaml', text: device('nw-1') },
      { name: 'module-types/m.yaml', text: device('NW-M') },
      { name: 'rack-types/r.yaml', text: device('NW-R') },
      { name: 'bad.yaml', text: 'model: [' },
    ]);
    const reading = await readLibrary(readLibraryZip(zip));
    expect(reading.devices.map((one) => one.path)).toEqual(['a.yaml']);
    expect(reading.duplicates).toEqual([
      { path: 'b.yaml', keptPath: 'a.yaml', manufacturer: 'Northwind', model: 'nw-1' },
    ]);
    expect(reading.refused.map((one) => one.path)).toEqual(['bad.yaml']);
    expect(reading.skipped.map((one) => one.reason)).toEqual(['module-type', 'rack-type']);
  });

  it.each<[string, Packed, string]>([
    ['a symbolic link', { name: 'a.yaml', text: '/etc/passwd', mode: 0o120777 }, 'library.link'],
    ['a zip inside the zip', { name: 'inner.ZIP', text: 'PK' }, 'library.nested_archive'],
    ['a password', { name: 'a.yaml', text: device('X'), flags: 0x801 }, 'library.encrypted'],
    ['a bomb', { name: 'a.yaml', text: 'x'.repeat(900_000) }, 'library.ratio'],
  ])('refuses an archive with %s', async (_, file, code) => {
    expect(await refusalOf(readLibraryZip(zipOf([file])))).toEqual({ code, entry: file.name });
  });

  it.each(['../a.yaml', 'x/../../a.yaml', '/a.yaml', 'C:/a.yaml', '..\\a.yaml'])(
    'refuses the name %s that leads outside of the archive',
    async (name) => {
      expect(await refusalOf(readLibraryZip(zipOf([{ name }])))).toMatchObject({ code: 'library.path' });
    },
  );

  it('stops at its limits for entries and bytes', async () => {
    const zip = zipOf(['a', 'b', 'c'].map((name) => ({ name: `${name}.yaml`, text: device(name) })));
    const limits = { entries: 3, bytes: 1_000, ratio: 100 };
    const few = await refusalOf(readLibraryZip(zip, { ...limits, entries: 2 }));
    const small = await refusalOf(readLibraryZip(zip, { ...limits, bytes: 60 }));
    expect([few, small]).toMatchObject([{ code: 'library.too_many_entries' }, { code: 'library.too_large' }]);
    expect((await readLibrary(readLibraryZip(zip, limits))).devices).toHaveLength(3);
  });

  it('refuses what is no zip, and a damaged one', async () => {
    const zip = zipOf([{ name: 'a.yaml', text: device('NW-1') }]);
    const damaged = Buffer.from(zip);
    damaged.fill(0xff, 36, 50);
    expect(await refusalOf(readLibraryZip(Buffer.from('hello')))).toMatchObject({ code: 'library.not_a_zip' });
    expect(await refusalOf(readLibraryZip('/nowhere/lib.zip'))).toMatchObject({ code: 'library.not_a_zip' });
    expect(await refusalOf(readLibraryZip(damaged))).toMatchObject({ code: 'library.unreadable' });
  });

  it('does not believe a declared size that is too small', async () => {
    const zip = zipOf([{ name: 'a.yaml', text: device('NW-1') }]);
    const lie = Buffer.from(zip);
    lie.writeUInt32LE(3, zip.indexOf('PK\x01\x02') + 24);
    expect(await refusalOf(readLibraryZip(lie))).toMatchObject({ code: 'library.unreadable' });
  });
});

describe('a device-type library in a folder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'device-types-'));
    await mkdir(join(root, 'device-types/North wind'), { recursive: true });
    await writeFile(join(root, 'device-types/North wind/NW+2.yml'), device('NW+2'));
    await writeFile(join(root, 'device-types/North wind/NW+1.yaml'), device('NW+1'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('reads the files in the order of their names and follows no link', async () => {
    await symlink('/', join(root, 'loop'));
    await symlink('/etc/hostname', join(root, 'host.yaml'));
    const { devices, refused } = await readLibrary(readLibraryFolder(root));
    expect({ models: devices.map((one) => one.device.model), refused }).toEqual({
      models: ['NW+1', 'NW+2'],
      refused: [],
    });
  });

  it('refuses a file that is not UTF-8 and reads the others', async () => {
    await writeFile(join(root, 'latin.yaml'), Buffer.from('manufacturer: Caf\xe9\nmodel: X\n', 'latin1'));
    const { devices, refused } = await readLibrary(readLibraryFolder(root));
    expect(devices).toHaveLength(2);
    expect(refused).toMatchObject([{ path: 'latin.yaml', errors: [{ code: 'file.not_utf8' }] }]);
  });

  it('says when the folder is not there or holds too much', async () => {
    expect(await refusalOf(readLibraryFolder(join(root, 'missing')))).toMatchObject({ code: 'library.unreadable' });
    const tight = { entries: 1, bytes: 1_000, ratio: 100 };
    expect(await refusalOf(readLibraryFolder(root, tight))).toMatchObject({ code: 'library.too_many_entries' });
  });
});

import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { isLibraryPath, type LibraryFile } from './device-type.library';
import { LIBRARY_LIMITS, LibraryMeter, LibraryRefused, type LibraryLimits } from './library.limits';

/** The YAML files of a zip (a path or its bytes), inflated one at a time; throws LibraryRefused on anything unsafe. */
export async function* readLibraryZip(
  source: string | Buffer,
  limits: LibraryLimits = LIBRARY_LIMITS,
): AsyncGenerator<LibraryFile> {
  const zip = await open(source);
  const meter = new LibraryMeter(limits);
  try {
    for await (const entry of zip.eachEntry()) {
      meter.countEntry();
      checkEntry(entry);
      if (isLibraryPath(entry.fileName)) yield { path: entry.fileName, text: await inflate(zip, entry, meter) };
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    zip.close();
  }
}

async function open(source: string | Buffer): Promise<ZipFile> {
  try {
    const options = { lazyEntries: true, autoClose: false };
    return await (typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options));
  } catch (error) {
    throw new LibraryRefused('library.not_a_zip', `This is not a readable zip file: ${messageOf(error)}.`);
  }
}

const SYMBOLIC_LINK = 0o120000;
const FILE_KIND = 0o170000;

function checkEntry(entry: Entry): void {
  const name = entry.fileName;
  // The upper half of the attributes is the Unix mode of whoever packed the file.
  if (((entry.externalFileAttributes >>> 16) & FILE_KIND) === SYMBOLIC_LINK) {
    throw new LibraryRefused('library.link', `"${name}" is a link. Pack the files themselves.`, name);
  }
  if (/\.(zip|7z|rar|tar|t?gz|bz2|xz|zst)$/i.test(name)) {
    throw new LibraryRefused(
      'library.nested_archive',
      `"${name}" is an archive inside the archive. Unpack it first.`,
      name,
    );
  }
  if (entry.isEncrypted()) {
    throw new LibraryRefused('library.encrypted', `"${name}" is protected by a password.`, name);
  }
}

async function inflate(zip: ZipFile, entry: Entry, meter: LibraryMeter): Promise<string> {
  // Trusting the declared size is safe here: yauzl fails the stream when the real one differs.
  meter.checkRatio(entry.uncompressedSize, entry.compressedSize, entry.fileName);
  meter.countBytes(entry.uncompressedSize, entry.fileName);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function asRefusal(error: unknown): LibraryRefused {
  if (error instanceof LibraryRefused) return error;
  const message = messageOf(error);
  // yauzl checks names itself and says "invalid relative path" or "absolute path".
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(message)) {
    return new LibraryRefused('library.path', `A name in the archive leads outside of it: ${message}.`);
  }
  return new LibraryRefused('library.unreadable', `The archive is damaged: ${message}.`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

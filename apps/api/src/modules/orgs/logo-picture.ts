import type { Metadata } from 'sharp';
import { Invalid } from '../../platform/errors';

/** Largest file anybody may send. */
export const LARGEST_LOGO_BYTES = 2 * 1024 * 1024;
/** A small file can unfold into gigabytes: its header says how many points it has before any is read. */
const MOST_POINTS = 6_000_000;
/** The longer side of what is kept; twice what the largest place on a page shows. */
const SIDE = 256;

/** Whether the library takes only what we mean. */
let restrained = false;

/** The library, read with the first picture. Only three readers: what calls itself a picture never reaches the others, SVG and PDF among them. */
async function sharp(): Promise<(typeof import('sharp'))['default']> {
  const { default: read } = await import('sharp');
  if (restrained) return read;
  read.block({ operation: ['VipsForeignLoad'] });
  read.unblock({ operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'] });
  read.cache(false);
  restrained = true;
  return read;
}

/** The picture being drawn, and those that wait for it. */
let queue: Promise<unknown> = Promise.resolve();

/** A picture drawn anew: at most 256 points a side, PNG, and nothing of the file it came in, neither place nor comment. */
export async function redrawn(file: Buffer): Promise<Buffer> {
  if (file.length > LARGEST_LOGO_BYTES) throw refusal('too_big', 'At most 2 MiB. Send a smaller picture.');
  if (!isPicture(file)) throw refusal('not_a_picture', 'Send a PNG, JPEG or WebP picture. SVG is not taken.');
  const { width, height, pages } = await headerOf(file);
  if (width * height > MOST_POINTS)
    throw refusal('too_large', `At most 6 million points; this picture has ${width} × ${height}.`);
  if ((pages ?? 1) > 1 || isMoving(file)) throw refusal('animated', 'Send a picture that stands still.');
  // One after the other: an interlaced picture of 16 bits is held whole, and the threads are those of signing in, too.
  const drawing = queue.then(() => drawn(file));
  queue = drawing.catch(() => undefined);
  return drawing;
}

async function drawn(file: Buffer): Promise<Buffer> {
  try {
    const read = await sharp();
    return await read(file, { limitInputPixels: MOST_POINTS, failOn: 'warning', sequentialRead: true })
      .rotate()
      .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .timeout({ seconds: 10 })
      .toBuffer();
  } catch {
    throw broken();
  }
}

async function headerOf(file: Buffer): Promise<Metadata> {
  try {
    const read = await sharp();
    return await read(file, { limitInputPixels: false, failOn: 'warning' }).metadata();
  } catch {
    throw broken();
  }
}

/** By its first bytes; what a file is called, and what the sender says it is, mean nothing. */
function isPicture(file: Buffer): boolean {
  const webp = file.toString('latin1', 0, 4) === 'RIFF' && file.toString('latin1', 8, 12) === 'WEBP';
  return webp || file.toString('hex', 0, 8) === '89504e470d0a1a0a' || file.toString('hex', 0, 3) === 'ffd8ff';
}

/** A PNG that moves says so before its first picture; the reader would silently keep that one. */
function isMoving(file: Buffer): boolean {
  const start = file.indexOf('IDAT', 0, 'latin1');
  const mark = file.indexOf('acTL', 0, 'latin1');
  return file.toString('hex', 0, 4) === '89504e47' && mark >= 0 && mark < start;
}

const refusal = (code: string, detail: string): Invalid => Invalid.field('/file', code, detail);
const broken = (): Invalid => refusal('broken', 'This picture is damaged. Save it again and send it once more.');

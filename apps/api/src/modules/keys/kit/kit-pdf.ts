import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { NEEDED, PARTS, type LockedKit } from './kit-lock';

/** What the cover says beside the kit. */
export interface KitCover {
  installation: string;
  madeAt: Date;
  madeBy: string;
  rootKeys: readonly { version: number; check: string }[];
  /** Names of the secrets in it. */
  contents: readonly string[];
}

type Pdf = PDFKit.PDFDocument;
/** Longest text a QR code holds with the least correction; a longer file is printed as text and attached. */
const QR_BYTES = 2900;

/** The kit on paper: the locked file on the first page, then one page for each keeper of a part. */
export function kitPdf(kit: LockedKit, cover: KitCover): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 56,
    lang: 'en',
    info: { Title: `ClientSt0r recovery kit ${kit.kit}`, Author: 'ClientSt0r', CreationDate: cover.madeAt },
  });
  const bytes = new Promise<Buffer>((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  pdf.file(Buffer.from(kit.file), { name: `st0r-kit-${kit.kit}.age`, type: 'text/plain' });
  coverPage(pdf, kit, cover);
  kit.parts.forEach((part, at) => partPage(pdf, { kit: kit.kit, part, number: at + 1 }, cover));
  pdf.end();
  return bytes;
}

function coverPage(pdf: Pdf, { kit, file }: LockedKit, cover: KitCover): void {
  heading(pdf, `Recovery kit ${kit}`);
  paragraph(
    pdf,
    `The keys of ${cover.installation}, locked. A copy of its database is worthless without them. ` +
      `${NEEDED} of the ${PARTS} parts open what is here as a code and on the next page as text.`,
  );
  facts(pdf, [
    ['Printed', `${cover.madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC by ${cover.madeBy}`],
    ['Root keys', cover.rootKeys.map(({ version, check }) => `${version} (${check})`).join(', ')],
    ['Holds', cover.contents.join(', ')],
  ]);
  subheading(pdf, 'Keep it like this');
  list(pdf, [
    'Give each of the five parts to another person, in a closed envelope. None of them keeps two.',
    'Keep this page and the next where the backups are not. Then delete this document; do not mail it.',
    'Print a new kit after every new root key, and try one once a year: st0r keys rehearse.',
  ]);
  subheading(pdf, 'When the keys are lost');
  list(pdf, [
    'Scan the code below, or save the attachment of this document, as kit.age.',
    'On the machine: st0r keys recover --kit kit.age, and type three parts when asked.',
    'Start ClientSt0r. It says by itself when the keys do not belong to its database.',
  ]);
  if (Buffer.byteLength(file) <= QR_BYTES) qr(pdf, file, { level: 'L', size: 320 });
  pdf.addPage();
  subheading(pdf, `The locked file of kit ${kit}, as text`);
  pdf.font('Courier').fontSize(9).text(file, { lineGap: 2 });
}

function partPage(
  pdf: Pdf,
  { kit, part, number }: { kit: string; part: string; number: number },
  { installation }: KitCover,
): void {
  pdf.addPage();
  heading(pdf, `Part ${number} of ${PARTS}, recovery kit ${kit}`);
  paragraph(
    pdf,
    `You keep one of ${PARTS} parts that open the keys of ${installation}. Alone it opens nothing; ` +
      `with the parts of two others and the first pages of the kit it opens every secret. ` +
      'Keep it closed, tell nobody its content, and say at once when it is lost.',
  );
  pdf.moveDown(1).font('Courier-Bold').fontSize(17);
  const groups = part.split(' ');
  for (let at = 0; at < groups.length; at += 4)
    pdf.text(groups.slice(at, at + 4).join('   '), { align: 'center', lineGap: 8 });
  qr(pdf, part, { level: 'M', size: 150 });
  pdf.moveDown(2);
  facts(pdf, [
    ['Keeper', '_______________________________________'],
    ['Since', '_______________________________________'],
  ]);
}

function heading(pdf: Pdf, text: string): void {
  pdf.font('Helvetica-Bold').fontSize(20).text(text).moveDown(0.6);
}

function subheading(pdf: Pdf, text: string): void {
  pdf.moveDown(0.7).font('Helvetica-Bold').fontSize(12).text(text).moveDown(0.3);
}

function paragraph(pdf: Pdf, text: string): void {
  pdf.font('Helvetica').fontSize(11).text(text, { lineGap: 3 }).moveDown(0.6);
}

function list(pdf: Pdf, lines: readonly string[]): void {
  pdf.font('Helvetica').fontSize(11);
  lines.forEach((line, at) => pdf.text(`${at + 1}.  ${line}`, { lineGap: 2 }));
}

function facts(pdf: Pdf, rows: readonly (readonly [string, string])[]): void {
  for (const [label, value] of rows) {
    pdf.font('Helvetica-Bold').fontSize(11).text(`${label}:  `, { continued: true, lineGap: 3 });
    pdf.font('Helvetica').text(value);
  }
}

function qr(pdf: Pdf, text: string, { level, size }: { level: 'L' | 'M'; size: number }): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: level });
  const dot = size / modules.size;
  const [left, top] = [(pdf.page.width - size) / 2, pdf.y + 16];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(left + column * dot, top + row * dot, dot, dot);
  pdf.fill('#000000');
  pdf.y = top + size + 12;
}

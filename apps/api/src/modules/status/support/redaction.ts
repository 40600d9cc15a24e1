import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECRET_SETTINGS, type Settings } from '../../../platform/config';

const REMOVED = '[removed]';
/** Shorter ones are words like `root`, and would take half of a text with them. */
const SHORTEST = 6;

/** What never leaves, whoever it belongs to. */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /AGE-SECRET-KEY-[A-Z0-9]+/g,
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /(?<=\/\/)[^/@\s"]+(?=@)/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
];

/** Takes secrets out of texts: those this installation has, however they are written, and what looks like one. */
export class Redaction {
  private readonly spellings: readonly string[];

  constructor(secrets: readonly string[]) {
    const all = secrets.filter((secret) => secret.length >= SHORTEST).flatMap(spellingsOf);
    this.spellings = [...new Set(all)].toSorted((one, other) => other.length - one.length);
  }

  text(text: string): string {
    const known = this.spellings.reduce((rest, spelling) => rest.replaceAll(spelling, REMOVED), text);
    return SHAPES.reduce((rest, shape) => rest.replace(shape, REMOVED), known);
  }
}

/** Every secret of this installation that lies in its settings and in its secret files. */
export function secretsOf(settings: Settings): string[] {
  const set = [...SECRET_SETTINGS, 'KEYRING' as const].flatMap((name) => settings[name] ?? []);
  return [...set, ...set.flatMap(passwordIn), ...filesIn(settings.SECRETS_DIR).flatMap(wordsOf)];
}

function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const encoded = [bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url'), bytes.toString('hex')];
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...encoded];
}

function passwordIn(text: string): string[] {
  if (!URL.canParse(text)) return [];
  const { password } = new URL(text);
  return password ? [password, decodeURIComponent(password)] : [];
}

function filesIn(folder: string): Buffer[] {
  try {
    const files = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile());
    return files.map(({ name }) => readFileSync(join(folder, name)));
  } catch {
    // A folder that cannot be read gives nothing away either.
    return [];
  }
}

/** A secret file is one secret, or lines of them, or JSON with some inside; raw bytes are known by how they are written. */
function wordsOf(file: Buffer): string[] {
  const text = file.toString('utf8');
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const quoted = [...text.matchAll(/"((?:[^"\\]|\\.){16,})"/g)].map(([, word]) => word ?? '');
  const values = lines.map((line) => line.replace(/^[A-Z_]+=/, ''));
  return [...lines, ...values, ...quoted, file.toString('base64'), file.toString('hex')].filter(
    (word) => word.length >= 12,
  );
}

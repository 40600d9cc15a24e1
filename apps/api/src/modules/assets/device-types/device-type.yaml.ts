import { isMap, isScalar, parseDocument, visit, type Document, type Pair } from 'yaml';
import { TEXT_KEYS, type DeviceTypeProblem } from './device-type.schema';

// The largest real file (a 288-port panel) is under 60 kB.
const MAX_CHARACTERS = 1_000_000;

/** A device file as plain values, with every name kept as it was written; or why it cannot be read. */
export function parseDeviceYaml(text: string): { value: Record<string, unknown> } | { problem: DeviceTypeProblem } {
  if (text.length > MAX_CHARACTERS) return refuse('file.too_large', 'The file has more than 1,000,000 characters.');
  if (text.includes('\uFFFD')) return refuse('file.not_utf8', 'The file is not UTF-8 text. Save it as UTF-8.');
  try {
    return plainValues(parseDocument(text));
  } catch (error) {
    // An alias bomb ends here; nesting without end is already an error of the parser.
    const reason = error instanceof Error ? error.message : 'unknown reason';
    return refuse('yaml.refused', `The file nests or repeats too much to be read: ${firstLine(reason)}`);
  }
}

function plainValues(document: Document.Parsed): ReturnType<typeof parseDeviceYaml> {
  const error = document.errors[0];
  if (error) return refuse('yaml.invalid', firstLine(error.message));
  if (!isMap(document.contents))
    return refuse('yaml.not_a_map', 'The file does not describe a device: no fields found.');
  keepNamesAsWritten(document);
  return { value: document.toJS({ maxAliasCount: 100 }) as Record<string, unknown> };
}

// YAML reads an unquoted 08 as eight and `no` or 1e3 as something else still; a rear port called "08" would be lost.
function keepNamesAsWritten(document: Document.Parsed): void {
  visit(document, { Pair: (_, pair) => keepAsWritten(pair) });
}

function keepAsWritten(pair: Pair): void {
  if (!isScalar(pair.key) || !isScalar(pair.value)) return;
  if (!TEXT_KEYS.has(String(pair.key.value))) return;
  const { value, source } = pair.value;
  if (value !== null && typeof value !== 'string' && source !== undefined) pair.value.value = source;
}

function refuse(code: string, detail: string): { problem: DeviceTypeProblem } {
  return { problem: { pointer: '', code, detail } };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/:$/, '.');
}

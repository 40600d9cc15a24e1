/** One change, as people read it. */
export interface Note {
  section: string;
  text: string;
  security: boolean;
}

const SECURITY = /^\*\*Security:\*\*\s*|\s*\(security\)(?=\.?$)/i;

/** The changes in a CHANGELOG, line by line, with the heading they stand under. */
export function notesOf(changelog: string): Note[] {
  const notes: { section: string; lines: string[] }[] = [];
  let section = '';
  for (const line of changelog.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3).trim();
    else if (line.startsWith('- ')) notes.push({ section, lines: [line.slice(2)] });
    else if (/^\s+\S/.test(line)) notes.at(-1)?.lines.push(line.trim());
  }
  return notes.map(({ section: under, lines }) => noteOf(under, lines.join(' ')));
}

/** What a newer release tells and this one did not. */
export function newNotes(theirs: string, ours: string): Note[] {
  const known = new Set(notesOf(ours).map(({ text }) => text));
  return notesOf(theirs).filter(({ text }) => !known.has(text));
}

function noteOf(section: string, line: string): Note {
  const text = line.replace(SECURITY, '');
  return { section, text: text.charAt(0).toUpperCase() + text.slice(1), security: SECURITY.test(line) };
}

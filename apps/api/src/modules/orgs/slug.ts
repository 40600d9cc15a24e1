/** `Müller & Söhne GmbH` -> `muller-sohne-gmbh`; empty when nothing usable remains. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
}

/** A calm colour for an organisation, always the same for the same name; each has 4.5:1 on white. */
export function colourOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) >>> 0;
  return COLOURS[sum % COLOURS.length] as string;
}

const COLOURS = [
  '#0b7285',
  '#5f3dc4',
  '#a61e4d',
  '#2b6a30',
  '#1864ab',
  '#9c4600',
  '#6741d9',
  '#087f5b',
  '#a3320b',
  '#364fc7',
] as const;

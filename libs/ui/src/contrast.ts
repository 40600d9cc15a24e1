/** Colour as red, green and blue, each 0 to 255. */
type Rgb = readonly [number, number, number];

const hexPattern = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

function parseHex(colour: string): Rgb | undefined {
  const match = hexPattern.exec(colour.trim());
  if (!match) return undefined;
  return [parseInt(match[1] ?? '0', 16), parseInt(match[2] ?? '0', 16), parseInt(match[3] ?? '0', 16)];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21, as WCAG 2.2 defines it; 1 when either is not a colour. */
export function contrast(first: string, second: string): number {
  const [a, b] = [parseHex(first), parseHex(second)];
  if (!a || !b) return 1;
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** An organisation's `#rrggbb` darkened just enough to carry white text at 4.5:1; `undefined` when it is no colour. */
export function badgeColour(colour: string | null | undefined): string | undefined {
  const rgb = colour ? parseHex(colour) : undefined;
  if (!rgb) return undefined;
  for (let share = 1; share > 0; share -= 0.04) {
    const darker = toHex([rgb[0] * share, rgb[1] * share, rgb[2] * share]);
    if (contrast(darker, '#ffffff') >= 4.5) return darker;
  }
  return '#000000';
}

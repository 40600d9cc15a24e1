import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { badgeColour, contrast } from './contrast';

const source = readFileSync(`${import.meta.dirname}/styles/tokens.css`, 'utf8');

function tokensOf(theme: 'light' | 'dark'): Map<string, string> {
  const start = source.indexOf(`[data-bs-theme='${theme}'] {`);
  const block = source.slice(start, source.indexOf('}', start));
  return new Map([...block.matchAll(/--st-([a-z-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const grounds = ['canvas', 'surface', 'sunken'];
const tones = ['accent', 'success', 'warning', 'danger', 'info'];
const textPairs = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-ink', 'danger', 'digit', 'symbol'].flatMap((ink) =>
    grounds.map((ground) => [ink, ground] as const),
  ),
  ...tones.map((tone) => [tone, `${tone}-soft`] as const),
  ...tones.map((tone) => ['ink', `${tone}-soft`] as const),
  ['accent-ink', 'accent-soft'] as const,
  ['on-accent', 'accent'] as const,
  ['on-accent', 'accent-strong'] as const,
  ['on-danger', 'danger'] as const,
  ['on-danger', 'danger-strong'] as const,
];
const shapePairs = ['line-strong', 'focus', 'accent'].flatMap((shape) => grounds.map((g) => [shape, g] as const));

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const ratio = (a: string, b: string) => contrast(tokens.get(a) ?? '', tokens.get(b) ?? '');

  it.each(textPairs)('lets people read %s on %s', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapePairs)('lets people see a control drawn in %s on %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('the colour of an organisation', () => {
  it.each(['#ffff00', '#7fd1ae', '#ffffff', '#0d656f', '#e91e63'])('%s carries white initials', (colour) => {
    expect(contrast(badgeColour(colour) ?? '', '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
  it('is left out when it is not a colour', () => {
    expect(badgeColour('url(x)')).toBeUndefined();
  });
  it('keeps a colour that is dark enough already', () => {
    expect(badgeColour('#0d656f')).toBe('#0d656f');
  });
});

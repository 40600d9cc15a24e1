import { describe, expect, it } from 'vitest';
import { spriteOf, usedIcons } from '../../build/icon-sprite';

describe('the icon sprite', () => {
  it('holds the icons our sources name and no other', () => {
    const sources = [`<Icon name="key" /> icon={open ? 'eye' : 'eye-slash'}`, `label: 'not-an-icon', icon: 'key'`];
    expect(usedIcons(sources, new Set(['key', 'eye', 'eye-slash', 'alarm']))).toEqual(['eye', 'eye-slash', 'key']);
  });
  it('is one symbol per icon', () => {
    const read = (name: string) => `<svg xmlns="x" class="bi">\n  <path d="${name}"/>\n</svg>`;
    const sprite = new DOMParser().parseFromString(spriteOf(['eye', 'key'], read), 'image/svg+xml');
    expect([...sprite.querySelectorAll('symbol')].map(({ id }) => id)).toEqual(['eye', 'key']);
    expect(sprite.querySelector('#key path')?.getAttribute('d')).toBe('key');
  });
});

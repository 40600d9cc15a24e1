import { describe, expect, it } from 'vitest';
import { narrowed } from './narrowed';

describe('the organisations that are meant', () => {
  it('are the whole scope unless some are named', () => {
    expect(narrowed(['a', 'b'])).toEqual(['a', 'b']);
  });

  it('are those named, once each', () => {
    expect(narrowed(['a', 'b', 'c'], ['c', 'a', 'c'])).toEqual(['c', 'a']);
  });

  it('never reach beyond the scope', () => {
    expect(narrowed(['a'], ['a', 'other'])).toEqual(['a']);
    expect(narrowed(['a'], ['other'])).toEqual([]);
    expect(narrowed([], ['other'])).toEqual([]);
  });
});

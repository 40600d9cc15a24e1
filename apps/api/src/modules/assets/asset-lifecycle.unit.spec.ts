import { describe, expect, it } from 'vitest';
import {
  ASSET_STATUSES,
  type AssetStatus,
  canMove,
  isAssetStatus,
  nextStatuses,
  reasonToMove,
  whyNot,
} from './asset-lifecycle';

describe('the life of an asset', () => {
  it('runs from the order to the disposal', () => {
    const life: AssetStatus[] = [
      'ordered',
      'in_stock',
      'ready',
      'active',
      'in_repair',
      'active',
      'retired',
      'disposed',
    ];
    const steps = life.slice(1).map((to, i) => canMove(life[i] ?? 'disposed', to));
    expect(steps).toEqual(life.slice(1).map(() => true));
  });

  it('never brings a disposed asset back', () => {
    expect(nextStatuses('disposed')).toEqual([]);
    expect(ASSET_STATUSES.filter((to) => canMove('disposed', to))).toEqual(['disposed']);
  });

  it('does not hand out a stolen asset before it is back in stock', () => {
    expect(canMove('stolen', 'active')).toBe(false);
    expect(canMove('stolen', 'in_stock')).toBe(true);
    expect(canMove('in_stock', 'active')).toBe(true);
  });

  it('lets every status but the last be left, and every status but the first be reached', () => {
    const stuck = ASSET_STATUSES.filter((from) => nextStatuses(from).length === 0);
    const unreachable = ASSET_STATUSES.filter((to) => !ASSET_STATUSES.some((from) => nextStatuses(from).includes(to)));
    expect({ stuck, unreachable }).toEqual({ stuck: ['disposed'], unreachable: ['ordered'] });
  });

  it('gives a reason for each move it allows and only for those', () => {
    const pairs = ASSET_STATUSES.flatMap((from) => ASSET_STATUSES.map((to) => [from, to] as const));
    const wrong = pairs.filter(([a, b]) => a !== b && canMove(a, b) !== (reasonToMove(a, b) !== null));
    expect(wrong).toEqual([]);
  });

  it('tells the user where an asset can go instead', () => {
    expect(whyNot('stolen', 'active')).toBe(
      'An asset that is "Stolen" cannot become "Deployed". It can move to: In stock (spare), Retired.',
    );
    expect(whyNot('active', 'active')).toBeNull();
    expect(isAssetStatus('broken')).toBe(false);
  });
});

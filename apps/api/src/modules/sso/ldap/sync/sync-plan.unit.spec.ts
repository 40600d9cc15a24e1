import { describe, expect, it } from 'vitest';
import { keepLast } from './last-ones';
import { guardRefusal, planSync, type KnownPerson } from './sync-plan';
import type { Upstream } from './upstream';

const role = { organisationId: 'o1', roleId: 'r1' };
const mapping = { ...role, group: 'crew' };
const person = (key: string, own: Partial<KnownPerson> = {}): KnownPerson => ({
  userId: key,
  name: key,
  state: 'active',
  keys: [key],
  left: false,
  administrator: false,
  roles: [role],
  held: own.roles ?? [role],
  ...own,
});
const upstream = (keys: readonly string[], closed: Record<string, string> = {}, members = keys): Upstream => ({
  people: new Map(keys.map((key) => [key, { dn: key, closed: (closed[key] ?? null) as null }])),
  members: new Map([['crew', new Set(members)]]),
});
const crowd = (count: number): KnownPerson[] => Array.from({ length: count }, (_, at) => person(`p${at}`));
const keysOf = (people: readonly KnownPerson[]): string[] => people.map(({ userId }) => userId);

describe('what a sync would change', () => {
  it('is nothing when nothing differs', () => {
    expect(planSync([person('a')], upstream(['a']), [mapping])).toEqual([]);
    expect(planSync([person('a')], upstream(['a'], { a: 'locked' }), [mapping])).toEqual([]);
  });

  it.each([
    ['is gone', upstream(['b'])],
    ['is disabled', upstream(['a'], { a: 'disabled' })],
    ['has expired', upstream(['a'], { a: 'expired' })],
  ])('takes account and roles from somebody who %s', (_, there) => {
    expect(planSync([person('a')], there, [mapping])).toMatchObject([{ act: 'leave', take: [role], wanted: [] }]);
  });

  it('lets nobody leave twice, and whoever left and is back return', () => {
    const gone = person('a', { state: 'disabled', left: true, roles: [] });
    expect(planSync([gone], upstream(['b']), [mapping])).toEqual([]);
    expect(planSync([gone], upstream(['a']), [mapping])).toMatchObject([{ act: 'return', give: [role] }]);
    const byHand = person('a', { state: 'disabled' });
    expect(planSync([byHand], upstream(['a']), [mapping])).toEqual([]);
  });

  it('gives nothing to an account an administrator disabled, and takes from it what its groups no longer give', () => {
    const bare = person('a', { state: 'disabled', roles: [] });
    expect(planSync([bare], upstream(['a']), [mapping])).toEqual([]);
    const holding = person('a', { state: 'disabled' });
    const other = { ...mapping, roleId: 'r2' };
    expect(planSync([holding], upstream(['a']), [mapping, other])).toEqual([]);
    expect(planSync([holding], upstream(['a'], {}, []), [mapping])).toMatchObject([{ act: null, take: [role] }]);
  });

  it('gives somebody who is invited the roles of their groups', () => {
    const invited = person('a', { state: 'invited', roles: [] });
    expect(planSync([invited], upstream(['a']), [mapping])).toMatchObject([{ act: null, give: [role] }]);
  });

  it('is nothing for a role that somebody has by hand already', () => {
    const byHand = person('a', { roles: [], held: [role] });
    expect(planSync([byHand], upstream(['a']), [mapping])).toEqual([]);
  });

  it('keeps somebody with two entries while one of them is there', () => {
    const both = person('a', { keys: ['a', 'a2'] });
    expect(planSync([both], upstream(['a2']), [mapping])).toEqual([]);
  });
});

describe('the last one of their kind', () => {
  const owns = (userId: string) => ({ ...role, userId });
  const all = ['a', 'b'].map((key) => person(key));

  it('keeps the role of an owner, however many of them lose it at once', () => {
    const plans = planSync(all, upstream(['a', 'b'], {}, []), [mapping]);
    const kept = keepLast(plans, { administrators: [], owners: [owns('a'), owns('b')] });
    expect(kept).toMatchObject([
      { take: [role], keep: [] },
      { take: [], keep: [role] },
    ]);
    const third = keepLast(plans, { administrators: [], owners: [owns('a'), owns('b'), owns('c')] });
    expect(third).toMatchObject([
      { take: [role], keep: [] },
      { take: [role], keep: [] },
    ]);
  });

  it('does not rely on an owner who leaves in the same look', () => {
    const plans = planSync(all, upstream(['a'], {}, []), [mapping]);
    const kept = keepLast(plans, { administrators: [], owners: [owns('a'), owns('b')] });
    expect(kept).toMatchObject([
      { act: null, take: [], keep: [role] },
      { act: 'leave', take: [role], keep: [] },
    ]);
  });

  it('administers the platform and stays', () => {
    const plans = planSync(all, upstream(['c']), [mapping]);
    const acts = (administrators: string[]) => keepLast(plans, { administrators, owners: [] }).map(({ act }) => act);
    expect(acts(['a', 'b'])).toEqual(['leave', 'stay']);
    expect(acts(['a', 'c'])).toEqual(['leave', 'leave']);
    expect(acts(['b'])).toEqual(['leave', 'stay']);
  });
});

describe('D07 the guard against taking too much', () => {
  it('stops when more than 30 % would lose roles, or their account', () => {
    const people = crowd(10);
    const refusal = (there: Upstream) => guardRefusal(people, planSync(people, there, [mapping]));
    const keys = keysOf(people);
    expect(refusal(upstream(keys, {}, keys.slice(0, 4)))).toMatch(/6 of 10 people would lose roles/);
    expect(refusal(upstream(keys.slice(0, 6)))).toMatch(/4 of 10 accounts would be disabled/);
    expect(refusal(upstream(keys.slice(0, 7)))).toBeUndefined();
  });

  it('counts against those who hold a role, and lets one or two go however few there are', () => {
    const people = [...crowd(4), ...crowd(100).map((one) => ({ ...one, roles: [] }))];
    const holders = crowd(4);
    const none = planSync(holders, upstream(keysOf(people), {}, []), [mapping]);
    expect(guardRefusal(people, none)).toMatch(/4 of 4 people would lose roles/);
    const two = crowd(2);
    expect(guardRefusal(two, planSync(two, upstream(['x']), [mapping]))).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Permission } from '../authorize/permissions';
import { HOUSE_ACTOR, organisationsWith, type Actor, type Grant } from './actor';

const grant = (organisationId: string, ...permissions: Permission[]): [string, Grant] => [
  organisationId,
  { organisationId, slug: organisationId, permissions: new Set(permissions) },
];
const actorWith = (...grants: [string, Grant][]): Actor => ({ ...HOUSE_ACTOR, grants: new Map(grants) });

describe('organisations in which an actor holds a permission', () => {
  it('are those whose roles have it, and the same list for the same grants', () => {
    const actor = actorWith(grant('acme', 'asset.read', 'org.read'), grant('globex', 'org.read'));
    expect(organisationsWith(actor, 'asset.read')).toEqual(['acme']);
    expect(organisationsWith(actor, 'org.read')).toEqual(['acme', 'globex']);
    expect(organisationsWith({ ...actor, name: 'again' }, 'org.read')).toBe(organisationsWith(actor, 'org.read'));
  });

  it('are others as soon as the grants are', () => {
    expect(organisationsWith(actorWith(grant('acme', 'org.read')), 'org.read')).toEqual(['acme']);
    expect(organisationsWith(actorWith(), 'org.read')).toEqual([]);
  });
});

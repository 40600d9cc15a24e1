import { PERMISSIONS, type Access } from '../../src/platform/authorize';
import type { Caller } from '../caller';
import type { Person, TestOrganisation, World } from '../world';
import { THROUGH } from './checkpoint';

/** Somebody who asks, and what permissions.lock.json has to be held against. */
export interface Standing {
  readonly name: string;
  readonly caller: Caller;
  /** What their roles allow in acme. */
  readonly permissions: ReadonlySet<string>;
  readonly admin?: boolean;
  /** A session that opens nothing: of somebody switched off, or none at all. */
  readonly out?: boolean;
  /** Still owes a second factor. */
  readonly enrolling?: boolean;
  /** Signed in so long ago that no step-up window is open. */
  readonly stale?: boolean;
}

/** One person for each role template in acme. */
export async function templates(world: World, acme: TestOrganisation): Promise<Standing[]> {
  const roles = await world.sql<{ template: string; permissions: string[] }>(
    'SELECT template, permissions FROM role WHERE template IS NOT NULL ORDER BY template',
  );
  return Promise.all(
    roles.map(async ({ template, permissions }) => ({
      name: template,
      caller: await world.person({ roles: [[acme, template]] }),
      permissions: new Set(permissions),
    })),
  );
}

/** Everybody who is not what they seem: no role, one that is over or has not begun, no account, no fresh proof. */
export async function outsiders(world: World, acme: TestOrganisation): Promise<Standing[]> {
  const owner = (more: object = {}): Promise<Person> => world.person({ roles: [[acme, 'owner']], ...more });
  const none = new Set<string>();
  const all = new Set<string>(PERMISSIONS);
  const account = async (state: string): Promise<Person> => {
    const person = await owner({ platformAdmin: true });
    await world.sql('UPDATE user_account SET state = ? WHERE id = ?', [state, person.id]);
    return person;
  };
  const membership = async (change: string): Promise<Person> => {
    const person = await owner();
    await world.sql(`UPDATE membership SET ${change} WHERE user_id = ?`, [person.id]);
    return person;
  };
  const enrolling = await owner({ platformAdmin: true });
  await world.sql("UPDATE session SET scope = 'enrolment' WHERE id = ?", [enrolling.sessionId]);
  return [
    { name: 'nobody', caller: world.nobody(), permissions: none, out: true },
    { name: 'disabled owner', caller: await account('disabled'), permissions: none, out: true },
    { name: 'invited owner', caller: await account('invited'), permissions: none, out: true },
    { name: 'no membership', caller: await world.person(), permissions: none },
    { name: 'expired owner', caller: await membership("valid_until = '2020-01-31'"), permissions: none },
    { name: 'owner of next year', caller: await membership("valid_from = '2999-01-31'"), permissions: none },
    { name: 'removed owner', caller: await membership('archived_at = NOW(6)'), permissions: none },
    { name: 'administrator', caller: await world.person({ platformAdmin: true }), permissions: none, admin: true },
    { name: 'owner without factor', caller: enrolling, permissions: all, admin: true, enrolling: true },
    { name: 'owner of hours ago', caller: await owner({ signedInMinutesAgo: 600 }), permissions: all, stale: true },
  ];
}

/** What permissions.lock.json says this person is answered in their own organisation. */
export function predicted(access: Access, who: Standing): string {
  if (access.kind === 'public') return THROUGH;
  if (who.out) return '401';
  if (who.enrolling && !(access.kind === 'signedIn' && access.enrolment)) return '401 session.enrolment_required';
  if (access.kind === 'platform' && !who.admin) return '403 platform.admin_required';
  if (access.kind === 'permission' && !who.permissions.has(access.permission)) return '403 permission.missing';
  if (access.stepUp && who.stale) return '403 step_up.required';
  return THROUGH;
}

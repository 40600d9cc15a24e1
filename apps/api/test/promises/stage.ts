import type { Type } from '@nestjs/common';
import { declaredResources, type Resource } from '../../src/platform/resource';
import { aWorld, type Person, type TestOrganisation, type World } from '../world';

/** Two client organisations and the people a promise is tried with; every promise walks `resources`. */
export interface Stage {
  world: World;
  resources: readonly Resource[];
  acme: TestOrganisation;
  bravo: TestOrganisation;
  /** Owner of both organisations and administrator of the platform: may do everything. */
  keeper: Person;
  /** Owner of bravo; nothing of acme concerns them. */
  stranger: Person;
  /** Administrator of the platform without any role. */
  admin: Person;
}

/** A stage with the resources of the product, or with those of `guests` only. */
export async function aStage(guests: readonly Type[] = [], only?: readonly Resource[]): Promise<Stage> {
  const world = await aWorld({}, guests);
  const acme = await world.organisation('Acme');
  const bravo = await world.organisation('Bravo');
  const both = { platformAdmin: true, name: 'Keeper' };
  const keeper = await world.person({
    ...both,
    roles: [
      [acme, 'owner'],
      [bravo, 'owner'],
    ],
  });
  const stranger = await world.person({ roles: [[bravo, 'owner']], name: 'Stranger' });
  const admin = await world.person({ platformAdmin: true, name: 'Admin' });
  return { world, resources: only ?? declaredResources(), acme, bravo, keeper, stranger, admin };
}

/** What a promise found broken, one sentence each; an empty list is a promise kept. */
export type Findings = string[];

/** Resources an organisation owns. */
export const tenantResources = (stage: Stage): Resource[] => stage.resources.filter((one) => one.tenant);

/** A UUID nobody has. */
export const NOBODY = '01890000-0000-7000-8000-00000000dead';

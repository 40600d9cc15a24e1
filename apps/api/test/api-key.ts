import { Caller } from './caller';
import type { Person, TestOrganisation, World } from './world';

/** What a test key is like; it works until tomorrow, from anywhere, unless told. */
export interface KeyOptions {
  organisations: readonly [TestOrganisation, ...TestOrganisation[]];
  scopes: readonly string[];
  networks?: readonly string[];
  requestsPerMinute?: number;
  name?: string;
}

/** A program with a key, calling the API. */
export type Program = Caller & { id: string; secret: string };

/** Tomorrow, as a day. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A key made by `owner` through the public door. */
export async function aKey(world: World, owner: Person, options: KeyOptions): Promise<Program> {
  const { organisations, name = 'Program', scopes, ...rest } = options;
  const [home, ...more] = organisations;
  const answer = await owner.post('/api-keys', {
    organisationId: home.id,
    organisationIds: more.map(({ id }) => id),
    name,
    scopes: [...scopes],
    expiresOn: inDays(1),
    ...rest,
  });
  if (answer.status !== 201) throw new Error(`POST /api-keys answered ${answer.status}: ${answer.text}`);
  return withSecret(world, String(answer.body.key.id), String(answer.body.secret));
}

/** Somebody who sends this secret. */
export function withSecret(world: World, id: string, secret: string): Program {
  return Object.assign(new Caller(world.app, { authorization: `Bearer ${secret}` }), { id, secret });
}

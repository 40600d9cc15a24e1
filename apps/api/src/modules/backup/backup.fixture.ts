import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Person, TestOrganisation, World } from '../../../test/world';
import { UnitOfWork } from '../../platform/database';
import { asHouse } from '../../start-up';
import { Sealer } from '../audit';
import { Recipients } from '.';

/** Both halves of a key pair of age, and a file with the secret one. */
export interface Pair {
  identity: string;
  recipient: string;
}

export async function aPair(): Promise<Pair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

async function must(answer: ReturnType<Person['post']>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(JSON.stringify(body));
}

/** The installation most specs begin with: two clients with secrets, somebody for each half, a sealed log. */
export async function anInstallation(
  world: World,
): Promise<{ owner: Person; acme: TestOrganisation; data: Pair; keys: Pair }> {
  const [acme, zenith] = [await world.organisation('Acme'), await world.organisation('Zenith')];
  const owner = await world.person({
    roles: [
      [acme, 'owner'],
      [zenith, 'owner'],
    ],
  });
  for (const { id } of [acme, zenith])
    for (const at of [1, 2])
      await must(
        owner.post('/credentials', {
          organisationId: id,
          name: `Firewall ${at} ' " \\ % ümläute 🔑`,
          fields: { username: 'admin', password: `hunter2-zebra-${at}` },
        }),
      );
  const [data, keys] = [await aPair(), await aPair()];
  await decided(world, async () => {
    await world.app.get(Recipients).add({ kind: 'data', name: 'Olga', recipient: data.recipient });
    await world.app.get(Recipients).add({ kind: 'keys', name: 'Kim', recipient: keys.recipient });
  });
  await world.app.get(Sealer).sealOnce();
  return { owner, acme, data, keys };
}

/** Work outside of any unit of work, as commands and jobs do it. */
export const aside = <T>(world: World, work: () => Promise<T>): Promise<T> => asHouse(world.app, work);

/** The same in one unit of work. */
export const decided = <T>(world: World, work: () => Promise<T>): Promise<T> =>
  aside(world, () => world.app.get(UnitOfWork).run(work));

/** Every file below a folder, by its path. */
export function filesBelow(folder: string): Record<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path))]));
}

/** A folder of its own that is gone when `done` was called. */
export function aFolder(): { path: string; done(): void } {
  const path = mkdtempSync(join(tmpdir(), 'st0r-backup-'));
  return { path, done: () => rmSync(path, { recursive: true, force: true }) };
}

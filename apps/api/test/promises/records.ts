import { uuid7 } from '@st0r/crypto';
import type { Resource } from '../../src/platform/resource';
import { aKey } from '../api-key';
import type { TestOrganisation } from '../world';
import { NOBODY, type Stage } from './stage';

type Body = Record<string, unknown>;

interface Recipe {
  /** The smallest body POST accepts; `n` makes what must be unique. */
  body?: (where: { stage: Stage; organisationId: string; n: number }) => Body | Promise<Body>;
  /** Makes a record that no POST with a JSON body makes. */
  make?: (where: { stage: Stage; organisation: TestOrganisation; n: number }) => Promise<string>;
  /** A change PATCH accepts and that differs from what `body` gives. */
  change?: (n: number) => Body;
}

const named = ({ organisationId, n }: { organisationId: string; n: number }): Body => ({
  organisationId,
  name: `Record ${n}`,
});
const renamed = (n: number): Body => ({ name: `Renamed ${n}` });

/** One recipe per noun: how the promises make a record of it. */
const RECIPES: Record<string, Recipe> = {
  organisation: { make: async ({ organisation }) => organisation.id, change: (n) => ({ city: `Bonn ${n}` }) },
  site: { body: named, change: renamed },
  contact: { body: named, change: renamed },
  asset: { body: named, change: renamed },
  credential: { body: named, change: renamed },
  vaultFolder: { body: named, change: renamed },
  customField: {
    body: ({ organisationId, n }) => ({ organisationId, slug: `field_${n}`, label: `Field ${n}`, type: 'text' }),
    change: (n) => ({ label: `Renamed ${n}` }),
  },
  membership: {
    body: async ({ stage, organisationId }) => ({
      organisationId,
      userId: (await stage.world.person()).id,
      roleId: await roleId(stage, 'technician'),
    }),
    change: () => ({ validFrom: '2020-01-31' }),
  },
  role: {
    body: ({ n }) => ({ name: `Role ${n}`, permissions: ['org.read'] }),
    change: (n) => ({ description: `Reads ${n}.` }),
  },
  manufacturer: { body: ({ n }) => ({ name: `Maker ${n}` }), change: (n) => ({ supportPhone: `+49 228 ${n}` }) },
  model: {
    body: async ({ stage, n }) => ({
      manufacturerId: String((await post(stage, 'manufacturers', { name: `Maker of model ${n}` }))['id']),
      name: `Model ${n}`,
    }),
    change: (n) => ({ notes: `Loud ${n}.` }),
  },
  view: {
    body: ({ n }) => ({ list: 'assets', name: `View ${n}`, query: 'status=active&sort=-name' }),
    change: renamed,
  },
  user: { make: async ({ stage }) => (await stage.world.person()).id, change: renamed },
  signInConnection: {
    body: ({ n }) => ({
      kind: 'oidc',
      name: `Connection ${n}`,
      oidc: { issuer: 'https://id.example', clientId: `c${n}` },
    }),
    change: (n) => ({ name: `Renamed ${n}` }),
  },
  addressRule: {
    body: ({ n }) => ({ network: `198.51.100.${n % 250}/32`, effect: 'deny', area: 'sign_in' }),
    change: (n) => ({ note: `Seen ${n} times.` }),
  },
  addressBan: { make: aBan },
  inspection: { make: async (where) => (await inspected(where)).inspection },
  weakness: { make: async (where) => (await inspected(where)).weakness },
  identity: { make: anIdentity },
  scan: { make: uploadScan },
  apiKey: { make: makeKey, change: renamed },
  assetObservation: { make: observe },
};

let made = 0;

/** Adds a recipe; fixtures of broken resources bring their own. */
export function addRecipe(noun: string, recipe: Recipe): void {
  RECIPES[noun] = recipe;
}

/** The recipe of a resource; a resource without one fails every promise until somebody writes it. */
function recipeOf({ noun }: Resource): Recipe {
  const recipe = RECIPES[noun];
  if (!recipe)
    throw new Error(`Add a recipe for "${noun}" to apps/api/test/promises/records.ts: the promises need it.`);
  return recipe;
}

/** A body POST accepts; undefined for resources without create. */
export async function aBody(stage: Stage, resource: Resource, organisationId: string): Promise<Body | undefined> {
  made += 1;
  return recipeOf(resource).body?.({ stage, organisationId, n: made });
}

/** A body PATCH accepts and that changes something. */
export function aChange(resource: Resource): Body {
  made += 1;
  return recipeOf(resource).change?.(made) ?? {};
}

/** A record as its REST answer, made through the public door where there is one. */
export async function aRecord(stage: Stage, resource: Resource, organisation: TestOrganisation): Promise<Body> {
  const body = await aBody(stage, resource, organisation.id);
  if (body) return post(stage, resource.path, body);
  const id = await recipeOf(resource).make?.({ stage, organisation, n: made });
  if (!id) throw new Error(`The recipe for "${resource.noun}" makes nothing.`);
  return (await stage.keeper.get(`/${resource.path}/${id}`)).body as Body;
}

async function post(stage: Stage, path: string, body: Body): Promise<Body> {
  const answer = await stage.keeper.post(`/${path}`, body);
  if (answer.status !== 201) throw new Error(`POST /${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  return answer.body as Body;
}

async function roleId(stage: Stage, template: string): Promise<string> {
  const [role] = await stage.world.sql<{ id: string }>('SELECT id FROM role WHERE template = ?', [template]);
  return role?.id ?? NOBODY;
}

async function uploadScan({ stage, organisation, n }: Parameters<NonNullable<Recipe['make']>>[0]): Promise<string> {
  const content = `<?xml version="1.0"?><nmaprun scanner="nmap" args="nmap 10.0.${n}.1" start="1700000000" version="7.93"><host><status state="up" reason="arp-response"/><address addr="10.0.${n % 250}.1" addrtype="ipv4"/></host><runstats><finished time="1700000009" exit="success"/></runstats></nmaprun>`;
  const answer = await stage.keeper.upload(`/scans?org=${organisation.id}`, { name: `scan-${n}.xml`, content });
  if (answer.status !== 201) throw new Error(`POST /scans answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  return String(answer.body.id);
}

/** The answer that makes a key holds its secret as well. */
async function makeKey({ stage, organisation, n }: Parameters<NonNullable<Recipe['make']>>[0]): Promise<string> {
  return (
    await aKey(stage.world, stage.keeper, { organisations: [organisation], scopes: ['org.read'], name: `Key ${n}` })
  ).id;
}

/** Observations come from accepted scans only; here one row is enough. */
async function observe({ stage, organisation, n }: Parameters<NonNullable<Recipe['make']>>[0]): Promise<string> {
  const asset = await post(stage, 'assets', { organisationId: organisation.id, name: `Observed ${n}` });
  const id = uuid7();
  await stage.world.sql(
    `INSERT INTO asset_observation (id, version, created_at, updated_at, organisation_id, asset_id, protocol, port, state, probed, first_seen_at, last_seen_at)
     VALUES (?, 1, NOW(3), NOW(3), ?, ?, 'tcp', ?, 'open', 1, NOW(3), NOW(3))`,
    [id, organisation.id, asset['id'], n],
  );
  return id;
}

/** Identities come from sign-ins only; here one row is enough. */
async function anIdentity({ stage, n }: Parameters<NonNullable<Recipe['make']>>[0]): Promise<string> {
  const body = { kind: 'oidc', name: `Provider ${n}` };
  const connection = await post(stage, 'sign-in-connections', body);
  const id = uuid7();
  await stage.world.sql(
    `INSERT INTO external_identity (id, version, created_at, updated_at, connection_id, subject_hash, subject, display_name)
     VALUES (?, 1, NOW(3), NOW(3), ?, UNHEX(SHA2(?, 256)), ?, ?)`,
    [id, connection['id'], String(n), String(n), `Identity ${n}`],
  );
  return id;
}

/** As fail2ban tells it. */
async function aBan({ stage, n }: { stage: Stage; n: number }): Promise<string> {
  const id = uuid7();
  await stage.world.sql(
    'INSERT INTO address_ban (id, version, created_at, updated_at, address, jail) VALUES (?, 1, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), ?, ?)',
    [id, `198.51.100.${n % 250}`, 'st0r'],
  );
  return id;
}

/** A report somebody brings leaves an inspection, and a weakness. */
async function inspected({ stage, n }: { stage: Stage; n: number }): Promise<{ inspection: string; weakness: string }> {
  const content = `openssl/stable-security 3.0.${n} amd64 [upgradable from: 3.0.0]`;
  const answer = await stage.keeper.upload('/host-security/reports', { name: 'apt.txt', content }, { name: `m${n}` });
  if (answer.status !== 201) throw new Error(`The report was answered ${answer.status}: ${answer.text.slice(0, 500)}`);
  const found = await stage.keeper.get(`/weaknesses?subject=m${n}`);
  return { inspection: String(answer.body.inspections[0].id), weakness: String(found.body.data[0].id) };
}

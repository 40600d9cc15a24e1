import { shareOf } from '../sizes.mjs';
import { daysAgo, fill, recordOf, TENANT } from './filler.mjs';
import { KINDS, SYSTEMS, TOWNS, choices, padded } from './words.mjs';

const ASSET = [
  ...[...TENANT, 'name', 'type', 'status', 'manufacturer_id', 'model_id', 'serial', 'asset_tag', 'hostname', 'os'],
  ...['site_id', 'contact_id', 'purchased_on', 'warranty_ends_on', 'tags', 'first_seen_at', 'last_seen_at'],
];
const INTERFACE = [...TENANT, 'asset_id', 'position', 'name', 'mac', 'is_primary', 'source'];
const ADDRESS = [...TENANT, 'asset_id', 'interface_id', 'position', 'ip'];
const RELATION = [...TENANT, 'kind', 'source_type', 'source_id', 'target_type', 'target_id'];

/**
 * Assets of models from the catalogue, each with one interface and address, and relations inside the big organisation.
 * Answers for each organisation the ids of its assets.
 */
export async function seedAssets(root, crypto, { size, organisations }) {
  const models = await catalogueOf(root);
  const drafts = organisations.map((organisation, at) => {
    const wanted = { total: size.assets, big: size.assetsOfBig, organisations: size.organisations };
    const ids = Array.from({ length: shareOf(wanted, at) }, () => crypto.uuid7());
    return { organisation, ids, ports: ids.map(() => crypto.uuid7()) };
  });
  await fill(root, { table: 'asset', columns: ASSET }, assets(drafts, models));
  await fill(root, { table: 'asset_interface', columns: INTERFACE }, interfaces(drafts));
  await fill(root, { table: 'asset_address', columns: ADDRESS }, addresses(drafts, crypto));
  await fill(root, { table: 'relation', columns: RELATION }, relations(drafts[0], crypto));
  return drafts.map(({ ids }) => ids);
}

async function catalogueOf(root) {
  const [rows] = await root.query('SELECT id, manufacturer_id AS maker, type FROM model ORDER BY slug');
  const byType = Map.groupBy(rows, (row) => row.type);
  return (type) => byType.get(type) ?? [{ id: null, maker: null }];
}

function* assets(drafts, models) {
  const pick = choices(4);
  const seen = [daysAgo(90), daysAgo(1)];
  for (const { organisation, ids } of drafts)
    for (const [at, id] of ids.entries()) {
      const { type, prefix } = pick.of(KINDS);
      const model = pick.of(models(type));
      const name = `${prefix}-${pick.of(TOWNS)}-${padded(at)}`.toLowerCase();
      const status = at % 10 === 9 ? 'in_stock' : 'active';
      const numbers = [`SN${id.slice(24, 36).toUpperCase()}`, `T${padded(at, 6)}`];
      const facts = [name, type, status, model.maker, model.id, ...numbers, `${name}.lan`, pick.of(SYSTEMS)];
      const places = [organisation.sites[at % 2], organisation.contacts[at % organisation.contacts.length]];
      yield [
        ...recordOf(id, at % 300),
        organisation.id,
        ...facts,
        ...places,
        '2025-03-01',
        '2028-03-01',
        '[]',
        ...seen,
      ];
    }
}

function* interfaces(drafts) {
  for (const { organisation, ids, ports } of drafts)
    for (const [at, port] of ports.entries()) {
      const mac = `02:${port.slice(26, 36).match(/../g).join(':')}`;
      yield [...recordOf(port), organisation.id, ids[at], 0, 'eth0', mac, 1, 'hand'];
    }
}

function* addresses(drafts, { uuid7 }) {
  for (const { organisation, ids, ports } of drafts)
    for (const [at, port] of ports.entries()) {
      const ip = `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;
      yield [...recordOf(uuid7()), organisation.id, ids[at], port, 0, ip];
    }
}

function* relations({ organisation, ids }, { uuid7 }) {
  for (let at = 1; at < ids.length; at += 1)
    yield [...recordOf(uuid7()), organisation.id, 'depends_on', 'asset', ids[at], 'asset', ids[Math.floor(at / 10)]];
}

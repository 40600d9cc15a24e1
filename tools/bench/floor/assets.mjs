/** Columns an asset leaves with, as the product selects them. */
const COLUMNS = [
  ...['id', 'organisation_id', 'name', 'type', 'status', 'manufacturer_id', 'model_id', 'serial', 'asset_tag'],
  ...['external_id', 'hostname', 'os', 'os_source', 'site_id', 'contact_id', 'parent_id', 'purchased_on'],
  ...['warranty_ends_on', 'end_of_life_on', 'price', 'currency', 'notes', 'tags', 'custom_fields', 'field_sources'],
  ...['first_seen_at', 'last_seen_at', 'vanished_at', 'version', 'created_at', 'updated_at', 'archived_at'],
].join(', ');

const MINE = "organisation_id = ? AND archived_at IS NULL AND status = 'active'";
const REFS = { manufacturer: 'manufacturer_id', model: 'model_id', site: 'site_id', contact: 'contact_id' };
const marks = (values) => values.map(() => '?').join(', ');
const groupedBy = (rows, key) => Map.groupBy(rows, (row) => row[key]);

/** The asset reads of the product as a person would write them by hand, without asking who is there. */
export class FloorAssets {
  constructor(pool) {
    this.rows = async (text, params) => (await pool.execute(text, params))[0];
  }

  /** The page and its capped total, and nothing else. */
  async bare({ org }) {
    const [nodes, total] = await Promise.all([this.page(org), this.total(org)]);
    return { nodes: nodes.slice(0, 50), total };
  }

  /** The page with everything the product's list puts on it. */
  async list({ org }) {
    const [page, total] = await Promise.all([this.page(org), this.total(org)]);
    return { nodes: await this.completed(org, page.slice(0, 50)), total };
  }

  /** The page with sites and models by name. */
  async joined({ org }) {
    const nodes = (await this.page(org)).slice(0, 50);
    await Promise.all(['site', 'model'].map((ref) => this.named(org, nodes, ref)));
    return { nodes: nodes.map(({ id, name, serial, site, model }) => ({ id, name, serial, site, model })) };
  }

  /** One row by its key, and little of it: the shortest answer with a statement in it. */
  async key({ org, id }) {
    const text = 'SELECT id, name, type, status, serial FROM asset WHERE organisation_id = ? AND id = ?';
    return (await this.rows(text, [org, id]))[0];
  }

  async one({ org, id }) {
    const found = await this.rows(`SELECT ${COLUMNS} FROM asset WHERE organisation_id = ? AND id = ?`, [org, id]);
    return (await this.completed(org, found))[0];
  }

  async relations({ org, id }) {
    const related = await this.rows(
      `SELECT id, kind, source_id, target_id, note, created_at FROM relation
       WHERE organisation_id = ? AND ((source_type = 'asset' AND source_id = ?) OR (target_type = 'asset' AND target_id = ?))
       ORDER BY kind, id LIMIT 500`,
      [org, id, id],
    );
    const others = related.map((row) => (row.source_id === id ? row.target_id : row.source_id));
    if (others.length === 0) return [];
    const text = `SELECT id, name, archived_at FROM asset WHERE organisation_id = ? AND id IN (${marks(others)})`;
    const names = new Map((await this.rows(text, [org, ...others])).map((row) => [row.id, row]));
    return related.map((row, at) => ({ ...row, other: names.get(others[at]) }));
  }

  page(org) {
    return this.rows(`SELECT ${COLUMNS} FROM asset WHERE ${MINE} ORDER BY name, id LIMIT 51`, [org]);
  }

  /** One page over all organisations; their ids are read once, as a session's would be. */
  async everywhere() {
    this.organisations ??= (await this.rows('SELECT id FROM organisation', [])).map(({ id }) => id);
    const where = `organisation_id IN (${marks(this.organisations)}) AND archived_at IS NULL`;
    const text = `SELECT ${COLUMNS} FROM asset WHERE ${where} ORDER BY name, id LIMIT 51`;
    return { nodes: await this.rows(text, this.organisations) };
  }

  async total(org) {
    const text = `SELECT COUNT(*) AS total FROM (SELECT 1 FROM asset WHERE ${MINE} LIMIT 10001) AS counted`;
    return (await this.rows(text, [org]))[0].total;
  }

  async completed(org, nodes) {
    await Promise.all([...Object.keys(REFS).map((ref) => this.named(org, nodes, ref)), this.ports(org, nodes)]);
    return nodes;
  }

  async named(org, nodes, table) {
    const column = REFS[table];
    const ids = [...new Set(nodes.map((node) => node[column]).filter(Boolean))];
    const owned = table === 'site' || table === 'contact';
    const scope = owned ? ' AND organisation_id = ?' : '';
    const text = `SELECT id, name FROM ${table} WHERE id IN (${marks(ids)})${scope}`;
    const found = ids.length > 0 ? await this.rows(text, owned ? [...ids, org] : ids) : [];
    const names = new Map(found.map((row) => [row.id, row]));
    for (const node of nodes) node[table] = names.get(node[column]) ?? null;
  }

  async ports(org, nodes) {
    if (nodes.length === 0) return;
    const ids = nodes.map(({ id }) => id);
    const where = `organisation_id = ? AND asset_id IN (${marks(ids)})`;
    const [ports, ips] = await Promise.all([
      this.rows(`SELECT id, asset_id, name, type, mac, is_primary FROM asset_interface WHERE ${where}`, [org, ...ids]),
      this.rows(`SELECT interface_id, ip FROM asset_address WHERE ${where}`, [org, ...ids]),
    ]);
    const [byAsset, byPort] = [groupedBy(ports, 'asset_id'), groupedBy(ips, 'interface_id')];
    for (const port of ports) port.ips = (byPort.get(port.id) ?? []).map(({ ip }) => ip);
    for (const node of nodes) node.interfaces = byAsset.get(node.id) ?? [];
  }
}

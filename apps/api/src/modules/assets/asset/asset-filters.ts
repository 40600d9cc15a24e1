import { normaliseIp, normaliseMac } from '@st0r/net';

type Condition = { text: string; params: unknown[] };

/** `mac=…`: one of the asset's interfaces has the address. */
export function byMac(operator: string, values: readonly string[]): Condition {
  return exists('asset_interface', 'mac', { operator, values: values.map((mac) => normaliseMac(mac) ?? mac) });
}

/** `ip=…`: one of the asset's interfaces has the address. */
export function byIp(operator: string, values: readonly string[]): Condition {
  return exists('asset_address', 'ip', { operator, values: values.map((ip) => normaliseIp(ip) ?? ip) });
}

function exists(
  table: string,
  column: string,
  { operator, values: wanted }: { operator: string; values: string[] },
): Condition {
  // MariaDB refuses to compare an address with letters that no address has; such a one is nobody's.
  const values = wanted.filter((value) => /^[ -~]*$/.test(value));
  if (values.length === 0) return { text: operator === 'ne' ? 'TRUE' : 'FALSE', params: [] };
  const rows = `SELECT 1 FROM ${table} part WHERE part.organisation_id = asset.organisation_id AND part.asset_id = asset.id AND part.${column}`;
  if (operator === 'null')
    return { text: `${values[0] === 'true' ? 'NOT ' : ''}EXISTS (${rows} IS NOT NULL)`, params: [] };
  if (operator === 'startsWith')
    return { text: `EXISTS (${rows} LIKE ?)`, params: [`${(values[0] ?? '').replace(/[\\%_]/g, '')}%`] };
  const marks = values.map(() => '?').join(', ');
  return { text: `${operator === 'ne' ? 'NOT ' : ''}EXISTS (${rows} IN (${marks}))`, params: values };
}

import type { RingReport } from '../platform/keys';

/** The report as an operator reads it. */
export function ringTable({ place, warning, keys, nodes }: RingReport): string {
  const rows = keys.map(({ version, state, check, wraps, missingAt }) => [
    String(version),
    state,
    check,
    String(wraps),
    missingAt.length > 0 && state !== 'retired' ? `missing at ${missingAt.join(', ')}` : '',
  ]);
  return [
    `keyring: ${place}`,
    ...(warning ? [`WARNING ${warning}`] : []),
    '',
    ...table([['key', 'state', 'check', 'wraps', ''], ...rows]),
    '',
    ...(nodes.length > 0 ? nodes.map(sentence) : ['No process runs.']),
  ].join('\n');
}

function sentence({ name, rootKeys, sealedBecause }: RingReport['nodes'][number]): string {
  if (sealedBecause) return `${name}: sealed. ${sealedBecause}`;
  return `${name}: holds ${rootKeys.map(({ version, state }) => `${version} (${state})`).join(', ')}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  );
}

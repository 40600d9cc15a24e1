import { ASSET_STATUSES, ASSET_STATUS_LABELS, type AssetStatus } from '../asset-lifecycle';
import { ASSET_TYPES, ASSET_TYPE_CODES, type AssetTypeCode } from '../asset-types';
import type { DATE_ORDERS } from './asset-import.dto';

export type DateOrder = (typeof DATE_ORDERS)[number];

/** Letters and digits only, so that "Wireless AP", wireless_ap and "wireless-ap" are one word. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const TYPES = new Map<string, AssetTypeCode>(
  ASSET_TYPE_CODES.flatMap((code) => [
    [bare(code), code],
    [bare(ASSET_TYPES[code].label), code],
  ]),
);
const STATUSES = new Map<string, AssetStatus>(
  ASSET_STATUSES.flatMap((code) => [
    [bare(code), code],
    [bare(ASSET_STATUS_LABELS[code]), code],
  ]),
);

/** An asset type by code or label; null when there is none. */
export const typeFromCell = (cell: string): AssetTypeCode | null => TYPES.get(bare(cell)) ?? null;

/** A status by code or label; null when there is none. */
export const statusFromCell = (cell: string): AssetStatus | null => STATUSES.get(bare(cell)) ?? null;

/** `2026-03-01`, `1.3.2026` or `3/1/26` in the given order, as ISO day; null when it is no day. */
export function dayFromCell(cell: string, order: DateOrder): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(cell.trim());
  const parts = iso ?? /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(cell.trim());
  if (!parts) return null;
  const [a, b, c] = parts.slice(1).map(Number) as [number, number, number];
  const [year, month, day] = iso || order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const full = year < 100 ? 2000 + year : year;
  const at = new Date(Date.UTC(full, month - 1, day));
  const real = at.getUTCFullYear() === full && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real && full >= 1900 && full <= 9999 ? at.toISOString().slice(0, 10) : null;
}

/** `$1,234.50`, `1.234,50 €` or `99` in minor units; null when it is no amount. */
export function priceFromCell(cell: string): number | null {
  const text = cell.replace(/[\s\u00a0'’]/g, '').replace(/^[^\d-]+|[^\d]+$/g, '');
  const match = /^(-?\d{1,3}(?:[.,]\d{3})*|-?\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [, whole = '0', fraction = ''] = match;
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(2, '0'));
  return Number.isSafeInteger(minor) && Math.abs(minor) <= 9_000_000_000_000 ? minor : null;
}

/** `a; b` as a list without doubles. */
export function tagsFromCell(cell: string): string[] {
  return [...new Set(cell.split(/[;\n]/).map((tag) => tag.trim()))].filter(Boolean);
}

/** Where an asset stands between the order and the skip. */
export const ASSET_STATUSES = [
  'ordered',
  'in_stock',
  'ready',
  'active',
  'in_repair',
  'lost',
  'stolen',
  'retired',
  'disposed',
] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

export const ASSET_STATUS_LABELS: Readonly<Record<AssetStatus, string>> = {
  ordered: 'On order',
  in_stock: 'In stock (spare)',
  ready: 'Ready to deploy',
  active: 'Deployed',
  in_repair: 'Out for repair',
  lost: 'Lost',
  stolen: 'Stolen',
  retired: 'Retired',
  disposed: 'Disposed of',
};

type Moves = Readonly<Partial<Record<AssetStatus, string>>>;

// Each allowed move says why it happens; a pair that is not here is not allowed.
const MOVES: Readonly<Record<AssetStatus, Moves>> = {
  ordered: {
    in_stock: 'The delivery arrived.',
    ready: 'It arrived prepared by the supplier.',
    active: 'It was delivered straight to the user.',
    lost: 'It never arrived.',
    disposed: 'The order was cancelled or sent back.',
  },
  in_stock: {
    ready: 'It has been prepared for a user.',
    active: 'It was put to use without preparation.',
    in_repair: 'A fault was found on the shelf.',
    lost: 'It was missing at stocktaking.',
    stolen: 'It was stolen from the store.',
    retired: 'It is too old to be a spare.',
  },
  ready: {
    active: 'It was handed over.',
    in_stock: 'The handover was called off.',
    in_repair: 'A fault was found while preparing it.',
    lost: 'It went missing before the handover.',
    stolen: 'It was stolen before the handover.',
    retired: 'It will not be handed over any more.',
  },
  active: {
    in_stock: 'It was handed back.',
    ready: 'It was handed back and is prepared for the next user.',
    in_repair: 'It broke and left for repair.',
    lost: 'The user cannot find it.',
    stolen: 'The user reported a theft.',
    retired: 'It reached the end of its life.',
  },
  in_repair: {
    active: 'It came back mended to its user.',
    ready: 'It came back mended and is prepared for a user.',
    in_stock: 'It came back mended and is kept as a spare.',
    lost: 'The repair shop cannot find it.',
    stolen: 'It was stolen on the way or at the repair shop.',
    retired: 'A repair is not worth it.',
    disposed: 'The repair shop scrapped it.',
  },
  lost: {
    in_stock: 'It was found.',
    active: 'It was found where it is used.',
    stolen: 'It turned out to be a theft.',
    retired: 'It was written off.',
  },
  stolen: {
    in_stock: 'It was recovered.',
    retired: 'It was written off.',
  },
  retired: {
    in_stock: 'It was taken back as a spare.',
    disposed: 'It was scrapped, sold or returned to the lessor.',
  },
  // The device has left the house and its data is certified gone: nothing may bring the record back to use.
  disposed: {},
};

export function isAssetStatus(value: unknown): value is AssetStatus {
  return ASSET_STATUSES.some((status) => status === value);
}

/** Staying where it is counts as allowed, so saving a form twice does no harm. */
export function canMove(from: AssetStatus, to: AssetStatus): boolean {
  return from === to || MOVES[from][to] !== undefined;
}

/** The statuses an asset may move to next, in lifecycle order, without the current one. */
export function nextStatuses(from: AssetStatus): readonly AssetStatus[] {
  return ASSET_STATUSES.filter((to) => MOVES[from][to] !== undefined);
}

/** What has usually happened when an asset moves this way; null when it may not. */
export function reasonToMove(from: AssetStatus, to: AssetStatus): string | null {
  return MOVES[from][to] ?? null;
}

/** A sentence that tells the user what to do instead; null when the move is allowed. */
export function whyNot(from: AssetStatus, to: AssetStatus): string | null {
  if (canMove(from, to)) return null;
  const next = nextStatuses(from).map((status) => ASSET_STATUS_LABELS[status]);
  const way =
    next.length > 0 ? `It can move to: ${next.join(', ')}.` : 'It stays there for good; add a new asset instead.';
  return `An asset that is "${ASSET_STATUS_LABELS[from]}" cannot become "${ASSET_STATUS_LABELS[to]}". ${way}`;
}

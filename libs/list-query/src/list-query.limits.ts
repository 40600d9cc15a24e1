/** Longest value, search text or field list entry, in UTF-16 units. */
export const MAX_VALUE_LENGTH = 500;
/** Most values one filter compares with. */
export const MAX_VALUES = 200;
/** Most columns one order names. */
export const MAX_SORT_KEYS = 5;
/** Most names in `fields` or `include`. */
export const MAX_NAMES = 100;
/** Longest cursor text accepted, in characters. */
export const MAX_CURSOR_LENGTH = 8192;
/** Reasons listed before the parser stops looking for more. */
export const MAX_PROBLEMS = 20;
/** Most filters of a query when the shape names no other number. */
export const MAX_FILTERS = 20;
/** Rows of a page when neither the query nor the shape says. */
export const DEFAULT_LIMIT = 50;
/** Most rows of a page when the shape names no other number. */
export const MAX_LIMIT = 200;

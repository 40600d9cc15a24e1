export const WHY = 'what is installed on the machine and in the product, no organisation data';
/** Whoever lets a weakness be proves freshly who they are. */
export const FRESH = { recentLogin: '10m', for: 'weaknesses' } as const;

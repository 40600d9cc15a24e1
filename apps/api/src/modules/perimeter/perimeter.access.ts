export const WHY = 'who may reach the installation is decided for all of it';
/** Whoever changes the perimeter proves freshly who they are. */
export const FRESH = { recentLogin: '10m', for: 'perimeter' } as const;

export const WHY = 'who may reach the installation is decided for all of it';
export const WHY_LIMITS = 'how much anybody may ask of the installation is decided for all of it';
/** Whoever changes the perimeter proves freshly who they are. */
export const FRESH = { recentLogin: '10m', for: 'perimeter' } as const;

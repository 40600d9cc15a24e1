export const WHY = 'backups hold the whole installation; nothing here opens one';
/** Who may open backups is as good as who may read everything. */
export const FRESH = { recentLogin: '15m', for: 'keys' } as const;

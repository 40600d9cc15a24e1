/** Every file and link below a folder. */
export function describeTree(
  folder: string,
): Record<string, { sha256?: string; bytes?: number; runs?: boolean; link?: string } | undefined>;

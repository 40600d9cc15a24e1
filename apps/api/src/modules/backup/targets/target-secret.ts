/** What opens a target, and the setting that holds it. */
export interface TargetSecret {
  readonly setting: string;
  readonly text: string | undefined;
}

/** How long a server may say nothing. */
export const PATIENCE_MS = 120_000;

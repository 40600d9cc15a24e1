import type { KeyObject } from 'node:crypto';

/** A folder that stands for a server with release 1.0.0 on it. */
export interface Machine {
  root: string;
  places: Record<'home' | 'inbox' | 'request' | 'secrets' | 'keys' | 'results', string>;
  end(): void;
}

export const releaseKey: KeyObject;
export function aMachine(): Promise<Machine>;

/** Runs the updater once. */
export function update(machine: Machine): Promise<{ code: number; output: string }>;

import type { Proposal } from './scan.types';

/** What a person decided about a conflict: take what was found, a new asset, or the id of the asset it is. */
export type Decisions = ReadonlyMap<string, string>;
/** Take the proposal of a conflict as it stands. */
export const TAKE_OVER = 'accept';
/** Record the device beside what is there. */
export const AS_NEW = 'new';

/** The body of `POST /scans/:id/accept`, without `dryRun`. */
export type Acceptance = {
  all?: true;
  keys?: string[];
  choices?: Record<string, string>;
  versions?: Record<string, number>;
};

/** The ways out of a conflict that its page offers. */
export function waysOut(proposal: Proposal): { value: string; asset?: string }[] {
  const { conflict, candidates } = proposal;
  const assets = candidates.map(({ id, name }) => ({ value: id, asset: name }));
  if (conflict === 'ambiguous') return [...assets, { value: AS_NEW }];
  const others = assets.filter(({ value }) => value !== proposal.asset?.id);
  return [{ value: TAKE_OVER }, ...others, ...(proposal.asset ? [{ value: AS_NEW }] : [])];
}

/** Lines that may be sent: conflicts only once they are decided. */
export function decided(chosen: readonly Proposal[], decisions: Decisions): Proposal[] {
  return chosen.filter(({ kind, key }) => kind !== 'conflict' || decisions.has(key));
}

/** The body that accepts these lines, with the versions the person saw. */
export function acceptanceOf(chosen: readonly Proposal[], decisions: Decisions): Acceptance {
  const body: Required<Omit<Acceptance, 'all'>> = { keys: [], choices: {}, versions: {} };
  for (const { key, assetVersion } of decided(chosen, decisions)) {
    const decision = decisions.get(key);
    if (decision && decision !== TAKE_OVER) body.choices[key] = decision;
    else body.keys.push(key);
    if (assetVersion != null) body.versions[key] = assetVersion;
  }
  return body;
}

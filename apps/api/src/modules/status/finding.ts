/** How a check went; `unknown` when it could not look. */
export const FINDING_STATES = ['ok', 'warning', 'wrong', 'unknown'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** What a check found, in a sentence for an operator. */
export interface Verdict {
  readonly state: FindingState;
  readonly says: string;
}

/** A verdict and what it is about. */
export interface Finding extends Verdict {
  readonly name: string;
}

/** One thing to look at. `deep` ones read much and are left to `st0r doctor`. */
export interface Check {
  readonly name: string;
  readonly deep?: boolean;
  readonly look: () => Promise<Verdict> | Verdict;
}

export const ok = (says: string): Verdict => ({ state: 'ok', says });
export const warning = (says: string): Verdict => ({ state: 'warning', says });
export const wrong = (says: string): Verdict => ({ state: 'wrong', says });

/** An age as an operator says it. */
export const days = (many: number): string => (many === 1 ? 'a day' : `${many} days`);

/** One check carried out; what it throws is its verdict. */
export async function lookAt({ name, look }: Check): Promise<Finding> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    return { name, ...wrong(code && !message.includes(code) ? `${message} (${code})` : message) };
  }
}

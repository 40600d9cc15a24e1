export const COUNTRY_MODES = ['off', 'allow', 'block'] as const;
export const UNKNOWN_POLICIES = ['allow', 'deny'] as const;

/** From where people may sign in and administer. */
export interface CountryRules {
  /** `allow` lets in the countries named and nobody else; `block` keeps out the countries named and nobody else. */
  readonly mode: (typeof COUNTRY_MODES)[number];
  /** ISO 3166 codes. */
  readonly countries: readonly string[];
  /** What holds for addresses in no country. */
  readonly unknown: (typeof UNKNOWN_POLICIES)[number];
}

export const NO_RULES: CountryRules = { mode: 'off', countries: [], unknown: 'deny' };

/** Where somebody is, and where the block is registered; either may be left out. */
export interface PlaceInFile {
  country?: string;
  registered?: string;
}

/** A country database in MaxMind's format that knows these blocks and nothing else. */
export function countryFile(places: Record<string, PlaceInFile>, type?: string): Buffer;

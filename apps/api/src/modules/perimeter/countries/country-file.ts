import { Reader, type CountryResponse } from 'maxmind';

/** Why a file cannot be used, for the person who chose it. */
export class CountryFileProblem extends Error {}

/** What a file says about itself. */
export interface CountryFileFacts {
  readonly type: string;
  readonly builtAt: Date;
  readonly bytes: number;
}

/** A country database in memory. */
export interface CountryFile extends CountryFileFacts {
  /** ISO code, null for an address it puts into no country; throws where the file is damaged. */
  countryOf(address: string): string | null;
}

/** Between the search tree and the data stand sixteen zeros. */
const SEPARATOR_BYTES = 16;
/** Addresses tried before a file is believed, spread over everything that is routed. */
const TRIED = 4096;

/** Reads a file and tries it; throws CountryFileProblem with a sentence. */
export function readCountryFile(content: Buffer): CountryFile {
  const reader = readerOf(content);
  const { databaseType: type, buildEpoch: builtAt, searchTreeSize } = reader.metadata;
  if (!/country|city|enterprise/i.test(type))
    throw new CountryFileProblem(`This file is a database of the type "${type}", which knows no countries.`);
  if (searchTreeSize + SEPARATOR_BYTES > content.length)
    throw new CountryFileProblem('The file is shorter than it says of itself; it was cut off or damaged.');
  const file: CountryFile = {
    ...{ type, builtAt, bytes: content.length },
    countryOf: (address) => codeOf(reader.get(address)),
  };
  tryOut(file, reader.metadata.ipVersion);
  return file;
}

function readerOf(content: Buffer): Reader<CountryResponse> {
  try {
    return new Reader<CountryResponse>(content);
  } catch {
    throw new CountryFileProblem('This is no MaxMind-format database. Choose a file that ends in .mmdb.');
  }
}

/** Where somebody is, not where the block is registered. */
function codeOf(response: CountryResponse | null): string | null {
  const code = response?.country?.iso_code;
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) ? code : null;
}

function tryOut(file: CountryFile, ipVersion: number): void {
  try {
    for (let at = 0; at < TRIED; at += 1) {
      file.countryOf(`${at >> 4}.${(at & 15) << 4}.${at & 255}.1`);
      if (ipVersion === 6)
        file.countryOf(`2${(at & 0xfff).toString(16).padStart(3, '0')}:${(at * 16).toString(16)}::1`);
    }
  } catch {
    throw new CountryFileProblem('The file is damaged: it cannot answer for some addresses. Download it again.');
  }
}

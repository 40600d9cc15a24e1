import { Invalid } from '../errors';

/** The ETag of a record version. */
export const etagOf = (version: number): string => `"v${version}"`;

/** The version an If-Match header names; undefined without one, a clear refusal for anything else. */
export function versionFrom(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  const match = /^(?:W\/)?"v(\d{1,9})"$/.exec(ifMatch.trim());
  if (!match)
    throw new Invalid('header.if_match', { detail: 'If-Match takes the ETag of the record, for example "v7".' });
  return Number(match[1]);
}

/** Why an upload could not be read as a scan. */
export const NMAP_READ_ERRORS = [
  'scan.empty',
  'scan.not-nmap',
  'scan.entities-refused',
  'scan.malformed',
  'scan.too-large',
] as const;
export type NmapReadErrorCode = (typeof NMAP_READ_ERRORS)[number];

/** The upload is refused as a whole; `code` is for programs, `detail` a sentence for the person who uploaded it. */
export class NmapReadError extends Error {
  constructor(
    readonly code: NmapReadErrorCode,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'NmapReadError';
  }
}

/** The refusal of everything that is no nmap XML, the other nmap formats included. */
export function notNmap(): NmapReadError {
  return new NmapReadError(
    'scan.not-nmap',
    'This is not nmap XML output. Run nmap with -oX scan.xml and upload that file.',
  );
}

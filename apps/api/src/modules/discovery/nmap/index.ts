export * from './scan.document';
export { NmapReadError, NMAP_READ_ERRORS, type NmapReadErrorCode } from './nmap.errors';
export { LARGEST_SCAN_BYTES, readNmapXml, type ReadOptions } from './nmap.reader';

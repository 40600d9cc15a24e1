const BYTES = 16;

/** The text Windows shows for an objectGUID: its first three parts are stored with their bytes the other way round. */
export function guidText(bytes: Buffer): string | null {
  if (bytes.length !== BYTES) return null;
  const turned = [
    bytes.subarray(0, 4).toReversed(),
    bytes.subarray(4, 6).toReversed(),
    bytes.subarray(6, 8).toReversed(),
    bytes.subarray(8, 10),
    bytes.subarray(10, 16),
  ];
  return turned.map((part) => Buffer.from(part).toString('hex')).join('-');
}

const NEWLINE = 0x0a;

/** The statements of a dump: one on each line, however the bytes arrive. */
export async function* statementsIn(
  text: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): AsyncGenerator<string> {
  let begun: Uint8Array[] = [];
  for await (const piece of text) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      const line = Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8');
      [begun, from] = [[], end + 1];
      if (line !== '' && !line.startsWith('--')) yield line.replace(/;$/, '');
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) throw new Error('The last statement has no end.');
}

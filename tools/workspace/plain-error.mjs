/** A failure that is told to a person: one sentence about what happened and the ways out, no stack trace. */
export class PlainError extends Error {
  /**
   * @param {string} sentence what happened
   * @param {string[]} waysOut what to do about it, one line each
   */
  constructor(sentence, waysOut = []) {
    super(sentence);
    this.name = 'PlainError';
    this.waysOut = waysOut;
  }
}

/** The system errors anything may raise, as sentences; undefined for the rest. */
export function plainSystemError(error, where = 'the disk') {
  const text = `${error?.code ?? ''} ${error?.message ?? ''} ${error?.output ?? ''}`;
  if (/ENOSPC|EDQUOT|No space left|Disk (is )?full|Disk quota/i.test(text)) return diskFull(where);
  if (/^(EACCES|EPERM) /.test(text) && error.path) {
    return new PlainError(`You may not write ${error.path}.`, [
      'Run the command as the user who owns this folder, or put the data elsewhere: DATA_DIR=/path/of/yours npm start',
    ]);
  }
  if (/EROFS/.test(text)) return new PlainError(`The file system is read-only (${error.path ?? where}).`);
  return undefined;
}

/** The sentence for a disk without room. */
export function diskFull(where) {
  return new PlainError(`There is no space left on ${where}.`, [
    'Free some space (ClientSt0r needs about 1 GB to run), then run the same command again. Nothing was lost.',
  ]);
}

/** Prints an error for a person; unexpected ones keep their stack. */
export function printError(error) {
  const plain = error instanceof PlainError ? error : plainSystemError(error);
  if (!plain) return console.error(error);
  console.error(`\n${plain.message}`);
  for (const way of plain.waysOut) console.error(`  ${way}`);
}

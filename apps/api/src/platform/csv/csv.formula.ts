// Spreadsheets run a cell that begins like a formula, also behind blanks and quotes (OWASP ASVS 5, 1.2.10).
// The full-width signs count because East Asian spreadsheets read them as the plain ones.
const SIGNS = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20';
const STARTERS = new RegExp(`^(?:'*[\\t\\r\\n\\0]|[\\s"'\\0]*[${SIGNS}])`);

/** Puts an apostrophe before a cell that a spreadsheet could run; any other cell stays as it is. */
export function guardFormula(cell: string): string {
  return STARTERS.test(cell) ? `'${cell}` : cell;
}

/** Exactly undoes guardFormula, for reading our own exports back. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") && STARTERS.test(cell.slice(1)) ? cell.slice(1) : cell;
}

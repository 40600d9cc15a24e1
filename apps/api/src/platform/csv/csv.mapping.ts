/** A field an import can fill: its key, the label users see, and other names the column may carry. */
export type CsvField = { key: string; label: string; synonyms?: readonly string[] };

/** Field key to column index; a field without a column is absent. */
export type CsvMapping = { [field: string]: number };

/** Finds the column of each field by key, label or synonym, whatever the order; no column serves two fields. */
export function guessMapping(headers: readonly string[], fields: readonly CsvField[]): CsvMapping {
  const columns = headers.map((header, index) => ({ name: bareName(header), index })).filter(({ name }) => name !== '');
  const mapping = new Map<string, number>();
  const taken = new Set<number>();
  // All fields pick by their own name before any may pick by a synonym, so "Name" never loses to "Full name".
  for (const namesOf of [ownNames, synonymsOf]) {
    for (const field of fields) {
      if (mapping.has(field.key)) continue;
      const column = firstColumn(namesOf(field), columns, taken);
      if (column === undefined) continue;
      mapping.set(field.key, column);
      taken.add(column);
    }
  }
  return Object.fromEntries(mapping);
}

function firstColumn(
  names: readonly string[],
  columns: readonly { name: string; index: number }[],
  taken: ReadonlySet<number>,
): number | undefined {
  for (const name of names) {
    const match = columns.find((column) => column.name === bareName(name) && !taken.has(column.index));
    if (match) return match.index;
  }
  return undefined;
}

const ownNames = (field: CsvField): readonly string[] => [field.key, field.label];
const synonymsOf = (field: CsvField): readonly string[] => field.synonyms ?? [];

/** The cells of one row under the names of their fields; unmapped fields are absent. */
export function mapRow(cells: readonly string[], mapping: CsvMapping): { [field: string]: string } {
  return Object.fromEntries(Object.entries(mapping).map(([field, column]) => [field, cells[column] ?? '']));
}

// "Asset Tag *", asset_tag and assetTag are one name; so are Straße and STRASSE.
function bareName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export { unguardFormula } from './csv.formula';
export { guessMapping, mapRow, type CsvField, type CsvMapping } from './csv.mapping';
export { readCsv, type CsvLimits, type CsvReading, type CsvRow } from './csv.reader';
export { CsvRefused, type CsvRefusalCode } from './csv.refused';
export { csvColumns, CsvWriter, type CsvCell, type CsvColumn, type CsvWriterOptions } from './csv.writer';

export { ListExport, type ExportColumns, type ExportFile, type MoreColumns } from './list-export';
export { columnsOf, type ExportColumn } from './export-column';

/** Workbooks of spreadsheet programs (XLSX): exact decimals go in and come out, whatever the file keeps inside. */
export { type Cell, type CellLook, type Sheet, writeWorkbook } from './write-workbook.ts';
export { readWorkbook, type ReadCell, type ReadSheet } from './read-workbook.ts';
export { spreadsheetRefusals } from './refusals.ts';
export { officeParts, withParts } from './office-parts.ts';

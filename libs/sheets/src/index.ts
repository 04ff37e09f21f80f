/**
 * Sheets: rows that people typed or pasted, read into the fields of postings. Pure; the page that shows a sheet and
 * the service that decides it read each cell with the same code.
 */
export type { CellForm, SheetColumn } from './column.ts';
export { asOnPaper, DATE_STYLES, type DateStyle } from './date-style.ts';
export {
  type DelimitedOptions,
  type Grid,
  harmless,
  parseDelimited,
  type Separator,
  separatorOf,
  writeDelimited,
} from './delimited.ts';
export { type KindOfSheet, MOST_ROWS, SHEET_KINDS, sheetKind, type SheetKind, sheetKinds } from './kinds.ts';
export { headerRow, matchColumns, suggestKind, suggestUnit } from './match.ts';
export { numberText } from './number-text.ts';
export { type CellStyle, PLAIN_STYLE, readCell } from './read-cell.ts';
export { type CellFault, cellWithoutColumn, type ReadRow, readRow } from './read-row.ts';
export { readSheet } from './read-sheet.ts';
export { sheetRefusals } from './refusals.ts';

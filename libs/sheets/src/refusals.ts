import { type Refusal, refusal, type RefusalDetails, type RefusalKind } from '#kernel';

/** Every refusal of a sheet and of its cells. */
export const sheetRefusals = {
  'cell-missing': { kind: 'invalid', meaning: 'A cell that is needed is empty.' },
  'cell-without-column': {
    kind: 'invalid',
    meaning:
      'A row has a cell where its header names no column; an amount with commas may lack its quotation marks.',
  },
  'cell-too-long': { kind: 'invalid', meaning: 'The text of a cell is longer than is recorded.' },
  'cell-not-a-choice': {
    kind: 'invalid',
    meaning: 'The cell holds none of the words that its column takes.',
  },
  'cell-not-a-code': { kind: 'invalid', meaning: 'The cell holds no number of a document and no code.' },
  'cell-not-a-figure': { kind: 'invalid', meaning: 'The cell holds no decimal number without a sign.' },
  'cell-not-a-year': { kind: 'invalid', meaning: 'The cell holds no fiscal year of four digits.' },
  'cell-not-a-quarter': { kind: 'invalid', meaning: 'The cell holds none of the four quarters.' },
  'sheet-empty': { kind: 'invalid', meaning: 'The sheet has no row below its header.' },
  'sheet-too-long': { kind: 'invalid', meaning: 'The sheet has more rows than are taken together.' },
  'sheet-column-missing': { kind: 'invalid', meaning: 'The sheet lacks a column that its kind needs.' },
  'sheet-column-unknown': { kind: 'invalid', meaning: 'The sheet has a column that its kind does not know.' },
  'sheet-unit-differs': {
    kind: 'invalid',
    meaning:
      'The header of a column names another unit than the sheet is said to have, or than another column names.',
  },
  'sheet-column-twice': { kind: 'invalid', meaning: 'Two columns of the sheet say the same.' },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

export type SheetRefusalCode = keyof typeof sheetRefusals;

export const refuse = (code: SheetRefusalCode, message: string, details?: RefusalDetails): Refusal =>
  refusal(sheetRefusals[code].kind, code, message, details);

import { type RefusalDetails, RefusalError, type RefusalKind, refusal } from '#kernel';

/** Every refusal of this library: its code, kind and meaning. */
export const spreadsheetRefusals = {
  'workbook-unreadable': {
    kind: 'invalid',
    meaning:
      'The file is no workbook (XLSX) that can be read: it is damaged, protected by a password or another sort of file.',
  },
  'workbook-too-large': {
    kind: 'invalid',
    meaning: 'The workbook has more bytes or cells than are read at once; divide it.',
  },
} as const satisfies Record<string, { kind: RefusalKind; meaning: string }>;

/** A refusal as an error. */
export function refuse(
  code: keyof typeof spreadsheetRefusals,
  message: string,
  details: RefusalDetails = {},
): RefusalError {
  return new RefusalError(refusal(spreadsheetRefusals[code].kind, code, message, details));
}

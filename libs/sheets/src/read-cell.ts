import {
  type AmountUnit,
  isDash,
  isNamePart,
  isRefusal,
  oneSpelling,
  parseCode,
  parseTypedAmount,
  parseTypedDate,
  plainDigits,
  plainFigure,
  type Refusal,
  RefusalError,
} from '#kernel';
import type { SheetColumn } from './column.ts';
import { asOnPaper, type DateStyle } from './date-style.ts';
import { refuse } from './refusals.ts';

/** How the cells of a sheet are written. */
export interface CellStyle {
  readonly unit: AmountUnit;
  readonly dates: DateStyle;
}

/** As the API itself writes: baht, and dates that begin with the year. */
export const PLAIN_STYLE: CellStyle = { unit: 'baht', dates: 'paper' };

const YES = new Set(['ใช่', 'yes', 'y', 'true', '1', 'x', '✓', '✔']);
const NO = new Set(['ไม่', 'ไม่ใช่', 'no', 'n', 'false', '0']);
const LONGEST_TEXT = 2_000;

/**
 * The value of a cell in the form of the API; nothing for an empty one. Read again, a value gives itself. What cannot
 * be read is refused with what was expected.
 */
export function readCell(column: SheetColumn, text: string, style: CellStyle): string | undefined | Refusal {
  const shown = oneSpelling(text.replace(/\p{Cf}/gu, '').trim());
  if (isEmpty(column, shown)) {
    return column.required
      ? refuse('cell-missing', `${column.names.en[0] ?? column.key} is empty: expected ${example(column)}.`, {
          expected: column.example,
        })
      : undefined;
  }
  return READERS[column.form](column, shown, style);
}

/** A dash stands for nothing on paper; where it is an amount of a plan it stands for zero. */
const isEmpty = ({ dash }: SheetColumn, shown: string): boolean =>
  shown === '' || (isDash(shown) && dash === undefined);

type Reader = (column: SheetColumn, shown: string, style: CellStyle) => string | Refusal;

const READERS: Readonly<Record<SheetColumn['form'], Reader>> = {
  amount: (column, shown, { unit }) => {
    if (column.dash === 'zero' && isDash(shown)) return '0.00';
    const read = parseTypedAmount(shown, unit);
    return isRefusal(read) ? read : read.baht;
  },
  date: (_, shown, { dates }) => {
    const read = parseTypedDate(asOnPaper(shown, dates));
    return isRefusal(read) ? read : read.date;
  },
  code: (column, shown) => {
    try {
      return parseCode(shown, column.key);
    } catch (error) {
      if (error instanceof RefusalError)
        return notACode(column, shown, 'up to 64 letters, digits and . _ / ( ) -');
      throw error;
    }
  },
  name: (column, shown) =>
    isNamePart(shown) ? shown : notACode(column, shown, 'up to 32 letters, digits, _ and -'),
  text: ({ longest = LONGEST_TEXT }, shown) =>
    shown.length <= longest
      ? shown
      : refuse('cell-too-long', `The text has ${shown.length} characters: expected at most ${longest}.`, {
          longest,
        }),
  year: (_, shown) => {
    const year = /^(?:FY|พ\.?ศ\.?|ปีงบประมาณ)?\s*(\d{4})$/iu.exec(plainDigits(shown))?.[1];
    return (
      year ?? refuse('cell-not-a-year', `"${short(shown)}" is no fiscal year: expected one such as 2569.`)
    );
  },
  quarter: (_, shown) => {
    const quarter = /^(?:Q|ไตรมาส(?:ที่)?|quarter)?\s*([1-4])$/iu.exec(plainDigits(shown))?.[1];
    return quarter === undefined
      ? refuse('cell-not-a-quarter', `"${short(shown)}" is no quarter: expected 1, 2, 3 or 4.`)
      : `Q${quarter}`;
  },
  figure: (_, shown) => {
    const plain = plainFigure(shown);
    return /^(?:0|[1-9]\d{0,15})(?:\.\d{1,8})?$/u.test(plain)
      ? plain
      : refuse('cell-not-a-figure', `"${short(shown)}" is no figure: expected one such as 1805 or 99.67.`);
  },
  flag: (_, shown) => {
    if (YES.has(shown.toLowerCase())) return 'true';
    if (NO.has(shown.toLowerCase())) return 'false';
    return notAChoice(shown, ['ใช่', 'ไม่']);
  },
  choice: ({ choices = {} }, shown) => {
    const word = shown.toLowerCase();
    const found = Object.entries(choices).find(([value, words]) => value === word || words.includes(word));
    return (
      found?.[0] ??
      notAChoice(
        shown,
        Object.values(choices).flatMap((words) => words.slice(0, 1)),
      )
    );
  },
};

const notACode = (column: SheetColumn, shown: string, expected: string): Refusal =>
  refuse(
    'cell-not-a-code',
    `"${short(shown)}" is no code: expected ${expected}, such as ${column.example}.`,
    {
      expected,
    },
  );

const notAChoice = (shown: string, choices: readonly string[]): Refusal =>
  refuse('cell-not-a-choice', `"${short(shown)}" is not known here: expected one of ${choices.join(', ')}.`, {
    choices,
  });

const short = (text: string): string => text.slice(0, 64);
const example = (column: SheetColumn): string => `such as ${column.example}`;

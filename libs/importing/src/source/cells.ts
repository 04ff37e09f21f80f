import {
  type CivilDate,
  parseCivilDate,
  parseCode,
  isDash,
  isRefusal,
  oneSpelling,
  parseNamePart,
  parsePrintedMillions,
  parseQuarter,
  parseTypedDate,
  plainFigure,
  type Quarter,
  RefusalError,
  type Satang,
  ZERO,
} from '#kernel';
import { isFigure } from '#performance';
import type { FaultCode } from '../fault-codes.ts';
import type { Findings } from '../fault.ts';
import type { Row } from './parse-table.ts';
import { limits } from './source-file.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const UNSIGNED = 'an amount in million baht of zero or more, such as 15.0334';
const WHOLE = /^(?:0|[1-9]\d{0,8})$/;

/**
 * Reads the cells of one row. A cell that cannot be read is a fault and reads as a harmless stand-in;
 * the caller keeps the row only when `sound`.
 */
export class Cells {
  readonly file: string;
  readonly line: number;
  sound = true;
  readonly #row: Row;
  readonly #findings: Findings;

  constructor(file: string, row: Row, findings: Findings) {
    this.file = file;
    this.line = row.line;
    this.#row = row;
    this.#findings = findings;
  }

  /** Text as printed; absent when blank. */
  text(column: string, max: number = limits.cellLength): string | undefined {
    const text = this.#cell(column);
    if (text === undefined || text.length <= max) return text;
    return this.#wrong('cell-too-long', column, text, `at most ${max} characters`);
  }

  needText(column: string, max?: number): string {
    if (this.#cell(column) === undefined) this.#blank(column, 'a text');
    return this.text(column, max) ?? '';
  }

  code(column: string, read: (text: string) => string = parseNamePart): string {
    const cell = this.#cell(column);
    if (cell !== undefined) return this.#parsed(column, cell, 'code-malformed', read) ?? '';
    this.#blank(column, 'a code');
    return '';
  }

  /** The number of a document; it may hold slashes and dots. */
  documentNumber(column: string): string {
    const cell = this.#cell(column);
    if (cell !== undefined) return this.#parsed(column, cell, 'code-malformed', parseCode) ?? '';
    this.#blank(column, 'the number of a document');
    return '';
  }

  /** An amount in million baht as it is printed; absent when blank. */
  amount(column: string): Satang | undefined {
    const cell = this.#printed(column);
    return cell === undefined
      ? undefined
      : this.#parsed(column, cell, 'amount-malformed', parsePrintedMillions);
  }

  /** An amount that must be there and cannot be below zero. */
  needAmount(column: string): Satang {
    if (this.#printed(column) === undefined) this.#blank(column, UNSIGNED);
    return this.unsignedAmount(column) ?? ZERO;
  }

  /** An amount that cannot be below zero; absent when blank. */
  unsignedAmount(column: string): Satang | undefined {
    const amount = this.amount(column);
    if (amount === undefined || amount >= 0) return amount;
    return this.#wrong('amount-negative', column, this.#cell(column), UNSIGNED);
  }

  /** A figure of a KPI; absent when blank. */
  figure(column: string): string | undefined {
    const cell = this.#printed(column);
    const figure = cell === undefined ? undefined : plainFigure(cell);
    if (figure === undefined || isFigure(figure)) return figure;
    return this.#wrong('figure-malformed', column, cell, 'a plain decimal number, such as 96.60');
  }

  whole(column: string): number | undefined {
    const cell = this.#printed(column);
    if (cell === undefined || WHOLE.test(cell)) return cell === undefined ? undefined : Number(cell);
    return this.#wrong('whole-number-malformed', column, cell, 'a whole number of zero or more');
  }

  date(column: string): CivilDate | undefined {
    const cell = this.#printed(column);
    return cell === undefined ? undefined : this.#parsed(column, cell, 'date-malformed', parsePrintedDate);
  }

  needDate(column: string): CivilDate {
    if (this.#printed(column) === undefined) this.#blank(column, 'a day as YYYY-MM-DD');
    return this.date(column) ?? ('2000-01-01' as CivilDate);
  }

  month(column: string): string | undefined {
    const cell = this.#cell(column);
    if (cell === undefined || MONTH.test(cell)) return cell;
    return this.#wrong('month-malformed', column, cell, 'a month as YYYY-MM, such as 2026-03');
  }

  quarter(column: string): Quarter {
    const cell = this.#cell(column) ?? '';
    return this.#parsed(column, cell, 'quarter-unknown', parseQuarter) ?? 'Q1';
  }

  truth(column: string): boolean | undefined {
    const cell = this.#cell(column);
    if (cell === undefined) return undefined;
    if (cell === 'true' || cell === 'false') return cell === 'true';
    return this.#wrong('boolean-malformed', column, cell, 'true, false or a blank cell');
  }

  /** One of several words; absent when blank. */
  choice<Word extends string>(
    column: string,
    words: readonly Word[],
    code: FaultCode = 'kind-unknown',
  ): Word | undefined {
    const cell = this.#cell(column);
    if (cell === undefined || words.includes(cell as Word)) return cell as Word | undefined;
    return this.#wrong(code, column, cell, `one of ${words.join(', ')}`);
  }

  needChoice<Word extends string>(column: string, words: readonly [Word, ...Word[]], code?: FaultCode): Word {
    if (this.#cell(column) === undefined) this.#blank(column, `one of ${words.join(', ')}`);
    return this.choice(column, words, code) ?? words[0];
  }

  /** A word that passes a check of its own. */
  needChecked(column: string, fits: (text: string) => boolean, expected: string): string | undefined {
    const cell = this.#cell(column);
    if (cell === undefined) return this.#blank(column, expected);
    return fits(cell) ? cell : this.#wrong('kind-unknown', column, cell, expected);
  }

  #cell(column: string): string | undefined {
    const cell = this.#row.cells.get(column)?.trim() ?? '';
    return cell === '' ? undefined : oneSpelling(cell);
  }

  /** A cell of a figure or a day: on paper a dash is blank. */
  #printed(column: string): string | undefined {
    const cell = this.#cell(column);
    return cell === undefined || isDash(cell) ? undefined : cell;
  }

  #parsed<T>(column: string, cell: string, code: FaultCode, parse: (text: string) => T): T | undefined {
    try {
      return parse(cell);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const { code: refused, details } = error.refusal;
      const known = refused === 'amount-out-of-range' ? 'amount-out-of-range' : code;
      return this.#wrong(known, column, cell, String(details['expected']));
    }
  }

  #blank(column: string, expected: string): undefined {
    return this.#wrong('value-missing', column, undefined, expected);
  }

  #wrong(code: FaultCode, column: string, given: string | undefined, expected: string): undefined {
    this.sound = false;
    this.#findings.fault({ file: this.file, line: this.line, column }, { code, given, expected });
    return undefined;
  }
}

/** A day as it stands on paper, `30 ธันวาคม 2568` as well as `2025-12-30`. */
function parsePrintedDate(text: string): CivilDate {
  const typed = parseTypedDate(text);
  return isRefusal(typed) ? parseCivilDate(text) : typed.date;
}

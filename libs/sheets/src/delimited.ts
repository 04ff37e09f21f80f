/** A table of texts: rows of cells, as pasted or as a CSV file holds it. */
export type Grid = readonly (readonly string[])[];

export type Separator = ',' | ';' | '\t';

const QUOTE = '"';

/**
 * Reads text with separators: CSV with commas or semicolons, or what a spreadsheet puts on the clipboard. Cells in
 * quotes may hold separators, line ends and doubled quotes. Rows without any text are left out.
 */
export function parseDelimited(text: string, separator: Separator = separatorOf(text)): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const end = text.length;
  const close = (): void => {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  };
  while (at <= end) {
    const cell = cellAt(text, at, separator);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    close();
  }
  return rows;
}

/** The cell that begins at a place, and where what follows it begins. */
function cellAt(text: string, start: number, separator: Separator): { text: string; end: number } {
  if (text[start] !== QUOTE) {
    const end = plainEnd(text, start, separator);
    return { text: text.slice(start, end), end };
  }
  let content = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, from);
    // A quote that is never closed is one that belongs to the text.
    if (quote < 0) {
      const end = plainEnd(text, start, separator);
      return { text: text.slice(start, end), end };
    }
    content += text.slice(from, quote);
    if (text[quote + 1] !== QUOTE) {
      const end = plainEnd(text, quote + 1, separator);
      return { text: content + text.slice(quote + 1, end), end };
    }
    content += QUOTE;
    from = quote + 2;
  }
}

function plainEnd(text: string, start: number, separator: Separator): number {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The separator that the first line with any holds most often; tabs win, since texts hold them least. */
export function separatorOf(text: string): Separator {
  const line = text.split(/\r\n|[\r\n]/u, 50).find((each) => /[\t;,]/u.test(each)) ?? '';
  const outside = line.replace(/"(?:[^"]|"")*"/gu, '');
  if (outside.includes('\t')) return '\t';
  return countOf(outside, ';') > countOf(outside, ',') ? ';' : ',';
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

export interface DelimitedOptions {
  readonly separator?: Separator;
  /** Writes a mark before what a spreadsheet would take for a formula. For files that people open. */
  readonly forSpreadsheets?: boolean;
}

/** Writes rows as text with separators; the lines end as CSV has them. */
export function writeDelimited(
  rows: Grid,
  { separator = ',', forSpreadsheets = false }: DelimitedOptions = {},
): string {
  const written = (cell: string): string => {
    const text = forSpreadsheets ? harmless(cell) : cell;
    const quoted = /["\r\n\t,;]|^\s|\s$/u.test(text);
    return quoted ? `${QUOTE}${text.replaceAll(QUOTE, QUOTE + QUOTE)}${QUOTE}` : text;
  };
  return rows.map((row) => `${row.map(written).join(separator)}\r\n`).join('');
}

/** A text that a spreadsheet shows and never works out; plain numbers stay as they are. */
export const harmless = (cell: string): string =>
  /^[=+\-@\t\r]/u.test(cell) && !/^[+-]?[\d.,]+$/u.test(cell) ? `'${cell}` : cell;

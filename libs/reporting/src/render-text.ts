import { printable } from '#kernel';
import type { Column, Row, Table } from './table.ts';

/** Longer texts are cut in tables for people; CSV and JSON have them whole. */
const WIDEST = 48;

/** What takes no column of its own: Thai vowels and tone marks above and below, and joiners. */
const NO_COLUMN = /[\p{Mn}\u200b-\u200d\u2060]/gu;

/** Columns that a text takes on a terminal; code points, since a pair of surrogates is one letter. */
export const widthOf = (text: string): number => Array.from(text.replaceAll(NO_COLUMN, '')).length;

/** The report as a table for people, in equal-width columns. */
export function renderText(table: Table): string {
  const { title, caption, rows, footnotes } = table;
  const columns = shownColumns(table);
  const printed = rows.map((row) => columns.map((column) => cellOf(row, column)));
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...printed.map((cells) => widthOf(cells[index] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.kind === 'figure'))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const body = rows.flatMap((row, index) => {
    const cells = line(printed[index] ?? []);
    const previous = rows[index - 1];
    return isTotal(row) && previous && !isTotal(previous) ? [rule, cells] : [cells];
  });
  const head = line(columns.map((column) => column.title));
  const notes = footnotes.length > 0 ? ['', ...footnotes.map((note) => `* ${printable(note)}`)] : [];
  return `${[...[title, ...caption].map(printable), '', head, rule, ...(body.length > 0 ? body : ['(nothing)']), ...notes].join('\n')}\n`;
}

const shownColumns = ({ columns, rows, hidesEmpty }: Table): readonly Column[] =>
  hidesEmpty
    ? columns.filter(({ key, kind }) => kind === 'text' || rows.some((row) => row[key] !== undefined))
    : columns;

const isTotal = (row: Row): boolean => row['project_code'] === 'TOTAL';

function cellOf(row: Row, { key, kind }: Column): string {
  const cell = row[key];
  if (cell === undefined) return kind === 'figure' ? '-' : '';
  const oneLine = printable(cell.replaceAll(/\s+/g, ' '));
  return kind === 'text' && widthOf(oneLine) > WIDEST ? `${cut(oneLine)}…` : oneLine;
}

/** Cut between clusters, so that no vowel or tone mark is torn from its consonant. */
function cut(text: string): string {
  let taken = '';
  for (const { segment } of new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)) {
    if (widthOf(taken + segment) > WIDEST - 1) break;
    taken += segment;
  }
  return taken;
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

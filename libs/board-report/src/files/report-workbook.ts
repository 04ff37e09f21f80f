import { formatMillionBaht, parseBaht } from '#kernel';
import { type Cell as SheetCell, type Sheet, writeWorkbook } from '#spreadsheets';
import type { Block, BoardReport, Cell, CellPlace, Page, ReportTable } from '../model.ts';
import { type FrozenOrigin, originFacts } from '../origin.ts';
import { printCell } from '../printed.ts';
import { wordsOf } from '../words.ts';

/** Four decimals, a negative in parentheses, and the width of the parenthesis kept free. */
const MILLION = '#,##0.0000_);(#,##0.0000)';
const PERCENT = '#,##0.00';

type SheetRow = readonly (SheetCell | undefined)[];

/** The report as a workbook: real numbers, totals as formulas with their values, a sheet that says where they come from. */
export function reportWorkbook(
  report: BoardReport,
  frozen?: Pick<FrozenOrigin, 'digest'>,
): Promise<Uint8Array> {
  return writeWorkbook([...report.pages.map((page) => sheetOf(page, report)), originSheet(report, frozen)]);
}

function sheetOf({ tab, title, blocks }: Page, report: BoardReport): Sheet {
  const rows: SheetRow[] = [[{ text: title, look: 'title' }], [{ text: report.title, look: 'note' }]];
  const table = blocks.find((block) => block.kind === 'table');
  let frozen: Sheet['frozen'];
  for (const block of blocks) {
    rows.push([], ...rowsOf(block, rows.length + 1, report));
    if (block === table) {
      const columns = table.columns[1]?.align === 'left' ? 2 : 1;
      frozen = { rows: rows.length - table.rows.length, columns };
    }
  }
  const widths = table?.columns.map(({ width, align }) => Math.max(align === 'right' ? 14 : 8, width)) ?? [];
  return { name: tab, widths, rows, frozen };
}

function rowsOf(block: Block, above: number, report: BoardReport): SheetRow[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        ...(block.heading === undefined ? [] : [[{ text: block.heading, look: 'heading' as const }]]),
        [{ text: block.text, wrapped: true, columns: 8 }],
      ];
    case 'facts':
      return block.facts.map(({ name, cell }) => [{ text: name, look: 'heading' }, plainCell(cell, report)]);
    case 'notes':
      return block.notes.map((note) => [{ text: note, look: 'note' }]);
    case 'chart':
      return [];
    case 'table':
      return tableRows(block, above, report);
  }
}

function tableRows(table: ReportTable, above: number, report: BoardReport): SheetRow[] {
  const unit = table.unit === undefined ? '' : ` (${wordsOf(report.language).inUnit} : ${table.unit})`;
  // The caption and the headings stand between what is above and the first row.
  const first = above + 3;
  const cells = table.rows.map((row) =>
    row.cells.map((cell): SheetCell => ({
      ...plainCell(cell, report),
      ...formulaOf(cell, table, first),
      ...(row.total === true ? { look: 'total' as const } : {}),
    })),
  );
  return [
    [{ text: `${table.caption}${unit}`, look: 'note' }],
    table.columns.map(({ title }) => ({ text: title, look: 'heading' })),
    ...cells,
  ];
}

function plainCell(cell: Cell, { language }: BoardReport): SheetCell {
  if (cell.kind === 'amount' && cell.baht !== undefined)
    return { number: formatMillionBaht(parseBaht(cell.baht), 8), format: MILLION };
  if (cell.kind === 'percent' && cell.value !== undefined) return { number: cell.value, format: PERCENT };
  if (cell.kind === 'number' && cell.value !== undefined) {
    const decimals = cell.value.split('.')[1]?.length ?? 0;
    return { number: cell.value, format: `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}` };
  }
  return { text: printCell(cell, language), wrapped: true };
}

/** The formula of a cell that others make up; the value beside it is what it gives. */
function formulaOf(cell: Cell, table: ReportTable, first: number): { readonly formula?: string } {
  const at = (place: CellPlace) => addressOf(place, table, first);
  if (cell.kind === 'percent' && cell.value !== undefined) {
    const [part, whole] = cell.ratio;
    return { formula: `ROUND(${at(part)}/${at(whole)}*100,2)` };
  }
  if (cell.kind !== 'amount' || cell.sum === undefined) return {};
  const plus = cell.sum.filter(({ minus }) => minus !== true).map(at);
  const minus = cell.sum.filter((place) => place.minus === true).map(at);
  const added = plus.length > 2 ? `SUM(${plus[0] ?? ''}:${plus.at(-1) ?? ''})` : plus.join('+');
  // A satang is the eighth decimal of a million baht: what binary fractions add beyond it is cut off.
  return { formula: `ROUND(${[added, ...minus].join('-')},8)` };
}

function addressOf({ row, column }: CellPlace, { columns, rows }: ReportTable, first: number): string {
  const across = columns.findIndex(({ key }) => key === column);
  const down = rows.findIndex(({ key }) => key === row);
  return `${letterOf(across)}${first + down}`;
}

/** Tables of a report have at most 26 columns. */
const letterOf = (index: number): string => String.fromCharCode(65 + index);

function originSheet(report: BoardReport, frozen: Pick<FrozenOrigin, 'digest'> | undefined): Sheet {
  const words = wordsOf(report.language);
  const { address } = report.origin;
  const facts = originFacts(report, frozen).map(({ name, value }): SheetRow => {
    const link = value === address && /^https?:\/\//.test(address) ? { link: address } : {};
    return [
      { text: name, look: 'heading' },
      { text: value, wrapped: true, ...link },
    ];
  });
  return {
    name: words.origin,
    widths: [34, 90],
    rows: [[{ text: words.origin, look: 'title' }], [{ text: report.organisation.name }], [], ...facts],
  };
}

import { buddhistYear } from '#kernel';
import type { BoardReport, ReportTable } from '../model.ts';
import { printCell } from '../printed.ts';

const BOM = '\uFEFF';

/** Opened by a spreadsheet program a text must not act as a formula. */
const inert = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lineOf = (values: readonly string[]): string =>
  `${values.map((value) => quoted(inert(value))).join(',')}\r\n`;

interface CsvOptions {
  /** Marks the text as UTF-8 for spreadsheet programs that would guess otherwise. */
  readonly bom: boolean;
}

const tablesOf = ({ pages }: BoardReport): ReportTable[] =>
  pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

const dates = ({ asOf = '' }: BoardReport): string[] => [
  asOf,
  asOf === '' ? '' : `${buddhistYear(asOf.slice(0, 4))}${asOf.slice(4)}`,
];

/** Every amount of the report, one a line: exact, in baht, with plain decimals. */
export function amountsCsv(report: BoardReport, { bom }: CsvOptions): string {
  const head =
    'table,row,column,project_code,fiscal_year_be,quarter,measure,cumulative,baht,as_of,as_of_be,known_at_position';
  const lines = tablesOf(report).flatMap(({ id, rows, columns }) =>
    rows.flatMap(({ key, cells }) =>
      cells.flatMap((cell, index) => {
        if (cell.kind !== 'amount' || cell.baht === undefined) return [];
        const { project = 'TOTAL', fiscalYear, quarter, measure, cumulative = false } = cell.of;
        const of = [project, String(fiscalYear), quarter, measure, String(cumulative), cell.baht];
        return [
          lineOf([id, key, columns[index]?.key ?? '', ...of, ...dates(report), report.origin.position]),
        ];
      }),
    ),
  );
  return `${bom ? BOM : ''}${head}\r\n${lines.join('')}`;
}

/** Everything else that the tables of the report say, one cell a line. */
export function detailsCsv(report: BoardReport, { bom }: CsvOptions): string {
  const lines = tablesOf(report).flatMap(({ id, rows, columns }) =>
    rows.flatMap(({ key, cells }) =>
      cells.flatMap((cell, index) => {
        const { key: column = '', title = '' } = columns[index] ?? {};
        if (cell.kind === 'amount' || index === 0) return [];
        return [lineOf([id, key, column, title, valueOf(cell, report), ...dates(report)])];
      }),
    ),
  );
  return `${bom ? BOM : ''}table,row,column,title,value,as_of,as_of_be\r\n${lines.join('')}`;
}

/** Plain decimals, without groups. */
const valueOf = (cell: ReportTable['rows'][number]['cells'][number], { language }: BoardReport): string => {
  if (cell.kind === 'percent' || cell.kind === 'number') return cell.value ?? '';
  if (cell.kind === 'status') return cell.status ?? '';
  return printCell(cell, language);
};

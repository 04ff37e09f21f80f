import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import type { BoardReport, ReportTable } from '#board-report';
import { printMillion } from '#board-report';
import { formatBaht, parseMillionBaht } from '#kernel';
import { officeParts, type ReadSheet } from '#spreadsheets';
import { recalculated } from '#spreadsheets/testing';

/** Every amount of a report by table, row and column: as the form prints it. */
export type Amounts = Readonly<Record<string, string>>;

export const tablesOf = ({ pages }: BoardReport): ReportTable[] =>
  pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));

/** What the document itself says: the measure of all forms. */
export function amountsOf(report: BoardReport): Amounts {
  return collected(report, (_table, _row, _column, baht) =>
    baht === undefined ? undefined : printMillion(baht),
  );
}

type Reader = (table: number, row: number, column: number, baht: string | undefined) => string | undefined;

function collected(report: BoardReport, read: Reader): Amounts {
  const found: Record<string, string> = {};
  for (const [table, { id, rows, columns }] of tablesOf(report).entries()) {
    for (const [row, { key, cells }] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell.kind !== 'amount') continue;
        const value = read(table, row, column, cell.baht);
        if (value !== undefined) found[`${id}/${key}/${columns[column]?.key ?? ''}`] = value;
      }
    }
  }
  return found;
}

/** The amounts of a workbook after every formula was calculated again. */
export async function amountsOfWorkbook(report: BoardReport, bytes: Uint8Array): Promise<Amounts> {
  const sheets = await recalculated(bytes);
  const pages = report.pages.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'table'));
  const starts = pages.map(({ blocks }, index) => {
    const table = blocks.find((block) => block.kind === 'table');
    return (sheets[index]?.rows ?? []).findIndex((row) => isHead(row, table)) + 1;
  });
  return collected(report, (table, row, column) => {
    const cell = sheets[table]?.rows[(starts[table] ?? 0) + row]?.[column];
    return cell?.kind === 'number' ? printMillion(formatBaht(parseMillionBaht(cell.value))) : undefined;
  });
}

const isHead = (row: ReadSheet['rows'][number], table: ReportTable | undefined): boolean =>
  table?.columns.every(({ title }, index) => row[index]?.value === title) ?? false;

/** The amounts of the native tables of a presentation. */
export async function amountsOfSlides(report: BoardReport, bytes: Uint8Array): Promise<Amounts> {
  const parts = await officeParts(bytes);
  const slides = report.pages.map((_, index) => {
    const xml = new TextDecoder().decode(parts.get(`ppt/slides/slide${index + 1}.xml`));
    return [...xml.matchAll(/<a:tr [\s\S]*?<\/a:tr>/g)].slice(1).map(([row]) => cellsIn(row));
  });
  return collected(report, (table, row, column) => {
    const text = slides[table]?.[row]?.[column];
    return text === '-' ? undefined : text;
  });
}

const cellsIn = (row: string): string[] =>
  [...row.matchAll(/<a:tc[ >][\s\S]*?<\/a:tc>/g)].map(([cell]) =>
    [...cell.matchAll(/<a:t>([\s\S]*?)<\/a:t>/g)].map(([, text = '']) => text).join(''),
  );

/** The amounts of the CSV, which has them in baht. */
export function amountsOfCsv(csv: string): Amounts {
  const rows = parse(csv, { columns: true, bom: true }) as unknown as Record<string, string>[];
  return Object.fromEntries(
    rows.map(({ table = '', row = '', column = '', baht = '' }) => [
      `${table}/${row}/${column}`,
      printMillion(baht),
    ]),
  );
}

/** The amounts of the markup, which links each. */
export function amountsOfHtml(html: string): Amounts {
  const cells = [...html.matchAll(/data-cell="([^"]*)"[^>]*>([\s\S]*?)<\/t[dh]\s*>/g)];
  return Object.fromEntries(
    cells.flatMap(([, place = '', content = '']) => {
      if (!content.includes('data-figure')) return [];
      return [[place, content.replace(/<[^>]*>/g, '').trim()]];
    }),
  );
}

/** The pages of a PDF as text, with columns kept apart. */
export const textOfPdf = async (bytes: Uint8Array): Promise<string[]> =>
  (await aboutPdf('pdftotext', ['-layout'], bytes)).split('\f');

/** What a PDF says of itself. */
export async function factsOfPdf(bytes: Uint8Array): Promise<Record<string, string>> {
  const lines = (await aboutPdf('pdfinfo', [], bytes)).split('\n').map((line) => line.split(/:\s+(.*)/));
  return Object.fromEntries(lines.map(([name = '', value = '']) => [name, value.trim()]));
}

async function aboutPdf(program: string, options: readonly string[], bytes: Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'obligo-pdf-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, bytes);
    const last = program === 'pdftotext' ? ['-'] : [];
    const { stdout } = await promisify(execFile)(program, [...options, file, ...last], {
      maxBuffer: 50_000_000,
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const AMOUNT = /\(?\d[\d,]*\.\d{4}\)?/g;

/** The amounts of a PDF: in a row of a table they stand in the order of its columns. */
export function amountsOfPdf(report: BoardReport, pages: readonly string[]): Amounts {
  const lines = pages
    .join('\n')
    .split('\n')
    .map((line) => line.match(AMOUNT) ?? []);
  let from = 0;
  const rows = new Map<string, readonly string[]>();
  for (const { id, rows: all } of tablesOf(report)) {
    for (const { key, cells } of all) {
      const count = cells.filter((cell) => cell.kind === 'amount' && cell.baht !== undefined).length;
      if (count === 0) continue;
      const at = lines.findIndex((amounts, index) => index >= from && amounts.length === count);
      if (at < 0) throw new Error(`${id}/${key} is not in the PDF`);
      rows.set(`${id}/${key}`, lines[at] ?? []);
      from = at + 1;
    }
  }
  const taken = new Map<string, number>();
  const tables = tablesOf(report);
  return collected(report, (table, row, _column, baht) => {
    if (baht === undefined) return undefined;
    const place = `${tables[table]?.id ?? ''}/${tables[table]?.rows[row]?.key ?? ''}`;
    const next = taken.get(place) ?? 0;
    taken.set(place, next + 1);
    return rows.get(place)?.[next];
  });
}

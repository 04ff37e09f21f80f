import { createHash } from 'node:crypto';
import { renderSVG } from 'uqr';
import {
  amountsCsv,
  type BoardReport,
  detailsCsv,
  type FrozenOrigin,
  printHtml,
  reportSlides,
  reportWorkbook,
} from '#board-report';
import { printFonts } from './print-fonts.ts';
import type { PdfPrinter } from './pdf-printer.ts';
import type { ReportMaster } from './settings.ts';

/** A file of a report with its bytes. */
export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** One document in every form. All are made of the same figures, whose digest each of them shows. */
export async function reportFiles(
  report: BoardReport,
  { name = report.organisation.name, colour, logo }: ReportMaster,
  printer: PdfPrinter | undefined,
): Promise<ReportFile[]> {
  const document = `${JSON.stringify(report, undefined, 1)}\n`;
  const frozen = frozenOf(report, document);
  const html = printHtml(report, { fonts: printFonts(), colour }, frozen);
  const pdf = await printer?.print(html);
  return [
    ...(pdf === undefined ? [] : [{ name: 'report.pdf', type: 'application/pdf', bytes: pdf }]),
    { name: 'report.xlsx', type: XLSX, bytes: await reportWorkbook(report, frozen) },
    { name: 'report.pptx', type: PPTX, bytes: await reportSlides(report, { name, colour, logo }, frozen) },
    { name: 'amounts.csv', type: CSV, bytes: utf8(amountsCsv(report, { bom: false })) },
    { name: 'details.csv', type: CSV, bytes: utf8(detailsCsv(report, { bom: false })) },
    { name: 'report.html', type: 'text/html; charset=utf-8', bytes: utf8(html) },
    { name: 'report.json', type: 'application/json; charset=utf-8', bytes: utf8(document) },
  ];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const PPTX = `${OFFICE}.presentationml.presentation`;
const CSV = 'text/csv; charset=utf-8';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The code leads to the report and says the digest of its figures, so that paper can be held against the ledger. */
function frozenOf({ origin }: BoardReport, document: string): FrozenOrigin {
  const digest = sha256(document);
  const code = renderSVG(`${origin.address}?digest=${digest}`, { ecc: 'M', border: 2 });
  return { digest, code };
}

/** The list of a set of files as `sha256sum` reads it; its own digest tells the set. */
export const sumsOf = (files: readonly { readonly name: string; readonly sha256: string }[]): string =>
  files.map(({ name, sha256: sum }) => `${sum}  ${name}\n`).join('');

/**
 * The board report: one document made from exact figures, and pure renderings of it as page, print, sheets, slides
 * and CSV. Every form says the same figures.
 */
export { boardReport } from './board-report.ts';
export type { BoardData, Figures, KpiData, KpiQuarterData, ProjectData } from './data.ts';
export { amountsCsv, detailsCsv } from './files/report-csv.ts';
export { reportSlides, type SlideMaster } from './files/report-slides.ts';
export { reportWorkbook } from './files/report-workbook.ts';
export { printHtml, type PrintLook } from './html/print-html.ts';
export { reportCss } from './html/report-css.ts';
export { reportHtml, withDeeperHeadings } from './html/report-html.ts';
export {
  type AmountCell,
  type BoardReport,
  type Cell,
  type FigureOf,
  type Language,
  MEASURES,
  type ReportTable,
  type Status,
  type Template,
  TEMPLATES,
} from './model.ts';
export type { FrozenOrigin } from './origin.ts';
export { printCell, printMillion } from './printed.ts';

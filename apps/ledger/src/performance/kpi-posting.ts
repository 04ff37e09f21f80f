import { parseFiscalYear, streams } from '#kernel';
import { kpi, type KpiCommand, quarterlyReport, type QuarterlyReportCommand } from '#performance';
import { type Posting, posting } from '#posting';

/** A command on its way to a KPI. */
export function toKpi(
  organisation: string,
  path: { readonly fiscalYear: string | number; readonly kpi: string },
  command: KpiCommand,
  source: string | undefined,
): Posting {
  const year = parseFiscalYear(path.fiscalYear);
  // Without the classes of the request: events hold plain values only.
  return posting(kpi, streams.kpi(organisation, year, path.kpi), structuredClone(command), { source });
}

/** A command on its way to a quarterly report. */
export function toReport(
  organisation: string,
  path: { readonly fiscalYear: string | number; readonly report: string },
  command: QuarterlyReportCommand,
  source: string | undefined,
): Posting {
  const year = parseFiscalYear(path.fiscalYear);
  const stream = streams.quarterlyReport(organisation, year, path.report);
  return posting(quarterlyReport, stream, structuredClone(command), { source });
}

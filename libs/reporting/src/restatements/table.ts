import { type Column, figureColumn, type Table, textColumn } from '../table.ts';
import { cellsIn, type RestatedReport, restatementLines } from './restatements.ts';

const COLUMNS: readonly Column[] = [
  textColumn('report', 'Report'),
  textColumn('published_as_of', 'Published as of'),
  textColumn('subject', 'Project or KPI'),
  textColumn('quarter', 'Quarter'),
  textColumn('column', 'Column'),
  figureColumn('published', 'Published'),
  figureColumn('now', 'Now'),
  figureColumn('difference', 'Difference'),
  textColumn('published_text', 'Published words'),
  textColumn('now_text', 'Words now'),
  figureColumn('movement', 'Movement'),
  figureColumn('position', 'Position'),
  textColumn('booked_at', 'Booked'),
  textColumn('effective_on', 'Effective'),
  textColumn('event', 'Event'),
  textColumn('document', 'Document'),
  textColumn('actor', 'Actor'),
  textColumn('reason', 'Reason'),
  textColumn('source', 'Source'),
];

/** What was published when, what it says now, and why: a row per event, the figures on the first row of each cell. */
export function restatementsTable(
  reports: readonly RestatedReport[],
  title: string,
  caption: readonly string[],
): Table {
  return {
    title,
    caption: [
      'Unit: million baht; KPIs in their own',
      'Each cell: what the report said, what it says now, and the events between; their movements add up to the difference',
      ...caption,
    ],
    columns: COLUMNS,
    rows: restatementLines(reports).map(
      ({ report, asOf, subject, quarter, column, figures, words, event }) => ({
        report,
        published_as_of: asOf,
        subject,
        quarter,
        column,
        ...figures,
        published_text: words?.published,
        now_text: words?.now,
        movement: event?.movement,
        position: event?.position,
        booked_at: event?.bookedAt,
        effective_on: event?.effectiveOn,
        event: event?.type,
        document: event?.document ?? undefined,
        actor: event?.actor,
        reason: event?.reason ?? undefined,
        source: event?.source ?? undefined,
      }),
    ),
    footnotes: reports.flatMap((each) =>
      cellsIn(each) > 0
        ? []
        : [`${each.report} (as of ${each.asOf}): every cell says now what it said then.`],
    ),
  };
}

import { figureColumn, type Table, textColumn } from '../table.ts';

/** A document that would have been refused under other rules. */
export interface ReRunRow {
  readonly project: string;
  readonly position: string;
  readonly bookedOn: string;
  readonly effectiveOn: string;
  readonly type: string;
  readonly document: string | undefined;
  readonly actor: string;
  readonly code: string;
  readonly message: string;
  /** Baht; absent where it only follows. */
  readonly shortBy: string | undefined;
  /** Only because a document that it stands on would not be there. */
  readonly follows: boolean;
}

/** What would have been refused, in the order of the log of each project. */
export const reRunTable = (
  rows: readonly ReRunRow[],
  title: string,
  footnotes: readonly string[],
): Table => ({
  title,
  caption: ['Unit: baht', 'Nothing was written.'],
  columns: [
    textColumn('project_code', 'Project'),
    textColumn('position', 'Position'),
    textColumn('booked_on', 'Booked'),
    textColumn('effective_on', 'Effective'),
    textColumn('document', 'Document'),
    textColumn('event', 'Event'),
    textColumn('actor', 'By'),
    textColumn('refused_with', 'Refused with'),
    figureColumn('short_by', 'Short by'),
  ],
  rows: rows.map(
    ({ project, position, bookedOn, effectiveOn, document, type, actor, code, shortBy, follows }) => ({
      project_code: project,
      position,
      booked_on: bookedOn,
      effective_on: effectiveOn,
      document,
      event: type,
      actor,
      refused_with: follows ? `${code} (follows)` : code,
      short_by: shortBy,
    }),
  ),
  footnotes,
});

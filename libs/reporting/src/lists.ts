import { formatBaht, type Satang } from '#kernel';
import { figureColumn, type Table, textColumn } from './table.ts';

/** Tables of single things: commitments, journal rows, accounts, statuses. Their rows are the JSON rows too. */

export interface CommitmentLine {
  readonly project: string;
  readonly commitment: string;
  readonly item: string | null;
  readonly fundSource: string;
  readonly category: string;
  readonly madeOn: string;
  readonly lastMovedOn: string;
  readonly description: string | null;
  readonly counterparty: string | null;
  readonly committed: Satang;
  /** Accepted and not paid. */
  readonly accepted: Satang;
  readonly disbursed: Satang;
  readonly outstanding: Satang;
}

export function commitmentsTable(
  lines: readonly CommitmentLine[],
  title: string,
  caption: readonly string[],
): Table {
  return {
    title,
    caption: ['Unit: baht', ...caption],
    columns: [
      textColumn('project_code', 'Project'),
      textColumn('commitment', 'Commitment'),
      textColumn('item', 'Item'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      textColumn('made_on', 'Made'),
      textColumn('last_moved_on', 'Last moved'),
      figureColumn('committed', 'Committed'),
      figureColumn('accepted', 'Accepted, unpaid'),
      figureColumn('disbursed', 'Disbursed'),
      figureColumn('outstanding', 'Outstanding'),
      textColumn('counterparty', 'Counterparty'),
      textColumn('description', 'Description'),
    ],
    rows: lines.map((line) => ({
      project_code: line.project,
      commitment: line.commitment,
      item: line.item ?? undefined,
      fund_source: line.fundSource,
      category: line.category,
      made_on: line.madeOn,
      last_moved_on: line.lastMovedOn,
      committed: formatBaht(line.committed),
      accepted: formatBaht(line.accepted),
      disbursed: formatBaht(line.disbursed),
      outstanding: formatBaht(line.outstanding),
      counterparty: line.counterparty ?? undefined,
      description: line.description ?? undefined,
    })),
    footnotes: [],
  };
}

export interface JournalLine {
  readonly position: string;
  readonly bookedAt: string;
  readonly effectiveOn: string;
  readonly type: string;
  readonly fiscalYear: number | null;
  readonly project: string | null;
  readonly document: string | null;
  readonly amount: string | null;
  readonly actor: string;
  readonly reason: string | null;
  readonly source: string | null;
  readonly recordedAt: string;
  readonly eventId: string;
  readonly stream: string;
  readonly item: string | null;
  readonly counterparty: string | null;
  readonly description: string | null;
  /** 1 for history that was taken over from elsewhere. */
  readonly imported: number;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
}

export function journalTable(lines: readonly JournalLine[], caption: readonly string[]): Table {
  return {
    title: 'Journal',
    caption: ['Unit: baht', ...caption],
    columns: [
      figureColumn('position', 'Position'),
      textColumn('booked_at', 'Booked'),
      textColumn('effective_on', 'Effective'),
      textColumn('type', 'Event'),
      textColumn('fiscal_year', 'Year'),
      textColumn('project_code', 'Project'),
      textColumn('document', 'Document'),
      figureColumn('amount', 'Amount'),
      textColumn('actor', 'Actor'),
      textColumn('reason', 'Reason'),
      textColumn('source', 'Source'),
      textColumn('recorded_at', 'Recorded'),
      textColumn('event_id', 'Event id'),
      textColumn('stream', 'Stream'),
      textColumn('item', 'Item'),
      textColumn('counterparty', 'Counterparty'),
      textColumn('description', 'Description'),
      textColumn('imported', 'Imported'),
      figureColumn('reverses', 'Reverses'),
      figureColumn('reversed_by', 'Reversed by'),
    ],
    rows: lines.map((line) => ({
      position: line.position,
      booked_at: line.bookedAt,
      effective_on: line.effectiveOn,
      type: line.type,
      fiscal_year: line.fiscalYear === null ? undefined : String(line.fiscalYear),
      project_code: line.project ?? undefined,
      document: line.document ?? undefined,
      amount: line.amount ?? undefined,
      actor: line.actor,
      reason: line.reason ?? undefined,
      source: line.source ?? undefined,
      recorded_at: line.recordedAt,
      event_id: line.eventId,
      stream: line.stream,
      item: line.item ?? undefined,
      counterparty: line.counterparty ?? undefined,
      description: line.description ?? undefined,
      imported: line.imported === 1 ? 'yes' : undefined,
      reverses: line.reverses ?? undefined,
      reversed_by: line.reversedBy ?? undefined,
    })),
    footnotes: [],
  };
}

export interface StatusLine {
  readonly report: string;
  readonly project: string;
  readonly status: string;
  readonly text: string | null;
  readonly achievedItems: number | null;
}

/** Shape beside the word, so that a status survives greyscale print. */
const SHAPES: Readonly<Record<string, string>> = { achieved: '●', on_plan: '◑', not_started: '○', late: '▲' };

export function statusTable(lines: readonly StatusLine[], title: string, caption: readonly string[]): Table {
  return {
    title,
    caption,
    columns: [
      textColumn('report', 'Report'),
      textColumn('project_code', 'Project'),
      textColumn('status', 'Status'),
      textColumn('shape', ''),
      figureColumn('achieved_items', 'Achieved'),
      textColumn('text', 'In words'),
    ],
    rows: lines.map((line) => ({
      report: line.report,
      project_code: line.project,
      status: line.status,
      shape: SHAPES[line.status] ?? '',
      achieved_items: line.achievedItems === null ? undefined : String(line.achievedItems),
      text: line.text ?? undefined,
    })),
    footnotes: [],
  };
}

export interface AccountLine {
  readonly project: string;
  readonly name: string;
  readonly nameEn: string | undefined;
}

export function accountsTable(
  lines: readonly AccountLine[],
  title: string,
  caption: readonly string[],
): Table {
  return {
    title,
    caption,
    columns: [
      textColumn('project_code', 'Project'),
      textColumn('name', 'Name'),
      textColumn('name_en', 'Name in English'),
    ],
    rows: lines.map(({ project, name, nameEn }) => ({ project_code: project, name, name_en: nameEn })),
    footnotes: [],
  };
}

/** What the journal holds of one type of event. */
export interface JournalSumLine {
  readonly type: string;
  readonly rows: number;
  readonly amount: string;
}

export function journalSummaryTable(lines: readonly JournalSumLine[], caption: readonly string[]): Table {
  return {
    title: 'Journal by type of event',
    caption: ['Unit: baht', ...caption],
    columns: [textColumn('type', 'Event'), figureColumn('rows', 'Events'), figureColumn('amount', 'Amount')],
    rows: lines.map(({ type, rows, amount }) => ({ type, rows: String(rows), amount })),
    footnotes: [],
  };
}

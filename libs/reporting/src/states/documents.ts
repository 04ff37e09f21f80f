import { type Evidence, formatBaht, type Satang } from '#kernel';
import { type DocumentLine, documentCells } from '../documents.ts';
import type { EventFacts } from '../explain.ts';
import { figureColumn, type Table, textColumn } from '../table.ts';

/** A document at a point of both axes, and the one that it draws on. */
export interface DocumentState extends DocumentLine {
  readonly accepted: Satang;
  readonly used: Satang;
  readonly previous: { readonly stage: string; readonly number: string; readonly item: string | null } | null;
}

const baht = ({ amount, accepted, used, outstanding }: DocumentState) => ({
  amount: formatBaht(amount),
  accepted: formatBaht(accepted),
  used: formatBaht(used),
  outstanding: formatBaht(outstanding),
});

/** Documents in baht with what later documents took of each. */
export const documentStatesTable = (
  documents: readonly DocumentState[],
  title: string,
  caption: readonly string[],
): Table => ({
  title,
  caption: ['Unit: baht', 'Outstanding = amount − accepted − used by later documents', ...caption],
  columns: [
    textColumn('stage', 'Stage'),
    textColumn('project_code', 'Project'),
    textColumn('document', 'Document'),
    textColumn('item', 'Item'),
    textColumn('draws_on', 'Draws on'),
    textColumn('fund_source', 'Fund source'),
    textColumn('category', 'Category'),
    textColumn('made_on', 'Made'),
    textColumn('last_moved_on', 'Last moved'),
    textColumn('due_on', 'Due'),
    figureColumn('amount', 'Amount'),
    figureColumn('accepted', 'Accepted, unpaid'),
    figureColumn('used', 'Used'),
    figureColumn('outstanding', 'Outstanding'),
    textColumn('counterparty', 'Counterparty'),
    textColumn('description', 'Description'),
  ],
  rows: documents.map((document) => ({
    stage: document.stage,
    ...documentCells(document),
    draws_on:
      document.previous === null ? undefined : `${document.previous.stage} ${document.previous.number}`,
    made_on: document.madeOn,
    last_moved_on: document.lastMovedOn,
    due_on: document.dueOn ?? undefined,
    ...baht(document),
    counterparty: document.counterparty ?? undefined,
    description: document.description ?? undefined,
  })),
  footnotes: [],
});

/** What an event did to one document of a chain. */
export interface DocumentStep extends EventFacts {
  readonly stage: string;
  readonly number: string;
  readonly item: string | null;
  /** By how much the event moved what it comes to, what is accepted of it, and what later documents use. */
  readonly amountBy: Satang;
  readonly acceptedBy: Satang;
  readonly usedBy: Satang;
  /** Who approved it, where it waited for other eyes. */
  readonly approval: {
    readonly number: string;
    readonly maker: string;
    readonly approvers: readonly string[];
  } | null;
  /** The files that it rests on. */
  readonly evidence: readonly Evidence[];
}

/** A step as JSON, amounts in baht. */
export const documentStepJson = (step: DocumentStep) => ({
  ...step,
  amountBy: formatBaht(step.amountBy),
  acceptedBy: formatBaht(step.acceptedBy),
  usedBy: formatBaht(step.usedBy),
});

/** The life of a document and of those in its chain: a row per event and document, in the order of the log. */
export const documentLifeTable = (
  steps: readonly DocumentStep[],
  title: string,
  caption: readonly string[],
): Table => ({
  title,
  caption: ['Unit: baht', ...caption],
  columns: [
    figureColumn('position', 'Position'),
    textColumn('booked_at', 'Booked'),
    textColumn('effective_on', 'Effective'),
    textColumn('event', 'Event'),
    textColumn('stage', 'Stage'),
    textColumn('document', 'Document'),
    textColumn('item', 'Item'),
    figureColumn('amount_by', 'Amount'),
    figureColumn('accepted_by', 'Accepted'),
    figureColumn('used_by', 'Used'),
    textColumn('actor', 'Actor'),
    textColumn('approved_by', 'Approved by'),
    textColumn('reason', 'Reason'),
    textColumn('source', 'Source'),
  ],
  rows: steps.map((step) => ({
    position: step.position,
    booked_at: step.bookedAt,
    effective_on: step.effectiveOn,
    event: step.type,
    stage: step.stage,
    document: step.number,
    item: step.item ?? undefined,
    amount_by: formatBaht(step.amountBy),
    accepted_by: formatBaht(step.acceptedBy),
    used_by: formatBaht(step.usedBy),
    actor: step.actor,
    approved_by: step.approval?.approvers.join(', '),
    reason: step.reason ?? undefined,
    source: step.source ?? undefined,
  })),
  footnotes: [],
});

import { formatBaht } from '#kernel';
import { documentCells } from '../documents.ts';
import { figureColumn, type Row, type Table, textColumn } from '../table.ts';
import type { AgedDocument, AgedStage, Ageing, BucketTotal } from './ageing.ts';

const WORDS: Readonly<Record<AgedStage, string>> = {
  commitment: 'ordered, not accepted or paid',
  acceptance: 'accepted, not paid',
};

/** Every open document with its age, then what each bucket comes to. */
export function ageingTable(
  { documents, totals }: Ageing,
  title: string,
  caption: readonly string[] = [],
): Table {
  return {
    title,
    caption: ['Unit: baht; age in days since the date of the document', ...caption],
    columns: [
      textColumn('level', 'Level'),
      textColumn('stage', 'Stage'),
      textColumn('bucket', 'Days'),
      textColumn('project_code', 'Project'),
      textColumn('document', 'Document'),
      textColumn('item', 'Item'),
      textColumn('fund_source', 'Fund source'),
      textColumn('category', 'Category'),
      textColumn('made_on', 'Made'),
      textColumn('due_on', 'Due'),
      figureColumn('age_days', 'Age'),
      figureColumn('overdue_days', 'Overdue'),
      figureColumn('documents', 'Documents'),
      figureColumn('outstanding', 'Outstanding'),
      textColumn('counterparty', 'Counterparty'),
      textColumn('description', 'Description'),
    ],
    rows: [...documents.map(documentRow), ...totals.map(totalRow)],
    footnotes: Object.entries(WORDS).map(([stage, words]) => `${stage}: ${words}.`),
  };
}

const documentRow = ({ document, days, overdueDays, bucket }: AgedDocument): Row => ({
  level: 'document',
  stage: document.stage,
  bucket,
  ...documentCells(document),
  made_on: document.madeOn,
  due_on: document.dueOn ?? undefined,
  age_days: String(days),
  overdue_days: overdueDays === undefined ? undefined : String(overdueDays),
  outstanding: formatBaht(document.outstanding),
  counterparty: document.counterparty ?? undefined,
  description: document.description ?? undefined,
});

const totalRow = ({ stage, bucket, documents, outstanding }: BucketTotal): Row => ({
  level: bucket === 'TOTAL' ? 'total' : 'bucket',
  stage,
  bucket,
  project_code: 'TOTAL',
  documents: String(documents),
  outstanding: formatBaht(outstanding),
});

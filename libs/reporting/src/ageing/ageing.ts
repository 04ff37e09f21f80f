import { type CivilDate, type Satang, sum } from '#kernel';
import { daysBetween } from '../days.ts';
import type { DocumentLine } from '../documents.ts';

/** The age buckets in days, the last one without end. */
export const BUCKETS = [
  { name: '0-30', upTo: 30 },
  { name: '31-60', upTo: 60 },
  { name: '61-90', upTo: 90 },
  { name: '91-180', upTo: 180 },
  { name: 'over-180', upTo: Number.POSITIVE_INFINITY },
] as const;

export type Bucket = (typeof BUCKETS)[number]['name'];

/** What is open: ordered and not accepted or paid, or accepted and not paid. */
export const AGED_STAGES = ['commitment', 'acceptance'] as const;
export type AgedStage = (typeof AGED_STAGES)[number];

export interface AgedDocument {
  readonly document: DocumentLine;
  /** Days since its date. */
  readonly days: number;
  /** Days since it was due for payment; absent when it is not due yet or no day is set. */
  readonly overdueDays: number | undefined;
  readonly bucket: Bucket;
}

export interface BucketTotal {
  readonly stage: AgedStage;
  readonly bucket: Bucket | 'TOTAL';
  readonly documents: number;
  readonly outstanding: Satang;
}

export interface Ageing {
  /** Oldest first within each stage. */
  readonly documents: readonly AgedDocument[];
  /** Every bucket of every stage, those without documents too, each followed by the total of the stage. */
  readonly totals: readonly BucketTotal[];
}

/** Open obligations by their age on a day; each satang stands in one bucket of one stage. */
export function ageing(lines: readonly DocumentLine[], on: CivilDate): Ageing {
  const aged = AGED_STAGES.flatMap((stage) =>
    lines
      .filter((line) => line.stage === stage && line.outstanding !== 0)
      .map((document) => agedOf(document, on))
      .sort((a, b) => b.days - a.days),
  );
  return { documents: aged, totals: AGED_STAGES.flatMap((stage) => totalsOf(stage, aged)) };
}

function agedOf(document: DocumentLine, on: CivilDate): AgedDocument {
  const days = daysBetween(document.madeOn, on);
  const overdue = document.dueOn === null ? 0 : daysBetween(document.dueOn, on);
  return { document, days, overdueDays: overdue > 0 ? overdue : undefined, bucket: bucketOf(days) };
}

const bucketOf = (days: number): Bucket => BUCKETS.find(({ upTo }) => days <= upTo)?.name ?? 'over-180';

function totalsOf(stage: AgedStage, aged: readonly AgedDocument[]): BucketTotal[] {
  const own = aged.filter(({ document }) => document.stage === stage);
  const total = (bucket: BucketTotal['bucket'], members: readonly AgedDocument[]): BucketTotal => ({
    stage,
    bucket,
    documents: members.length,
    outstanding: sum(members.map(({ document }) => document.outstanding)),
  });
  return [
    ...BUCKETS.map(({ name }) =>
      total(
        name,
        own.filter(({ bucket }) => bucket === name),
      ),
    ),
    total('TOTAL', own),
  ];
}

import type { CommandShape, FieldShape } from '../catalogue/command-shape.ts';

/** The fields of a form as people go through them. */
export interface FormLayout {
  /** Project, line, document, amount, date. */
  readonly main: readonly FieldShape[];
  /** Evidence and reason. */
  readonly grounds: readonly FieldShape[];
  /** What most postings leave out. */
  readonly more: readonly FieldShape[];
}

/** The order of the paper: whose budget, which document, with whom, how much, when. */
const FIRST = [
  'fiscalYear',
  'project',
  'kpi',
  'report',
  'request',
  'commitment',
  'acceptance',
  'disbursement',
  'transfer',
  'advance',
  'guarantee',
  'reservation',
  'correction',
  'refund',
  'result',
  'document',
  'line',
  'lines',
  'counterparty',
  'description',
  'quarter',
  'quarters',
  'amount',
  'change',
  'disbursed',
  'committed',
  'spent',
  'returned',
  'to',
  'dueOn',
  'effectiveOn',
];
const USUAL: readonly string[] = [
  'line',
  'counterparty',
  'description',
  'amount',
  'request',
  'commitment',
  'acceptance',
  'dueOn',
  'returned',
  'document',
  'value',
  'text',
  'narrative',
  'operator',
];
const GROUNDS: readonly string[] = ['reason', 'evidence'];

const rankOf = ({ name }: FieldShape): number => {
  const rank = FIRST.indexOf(name);
  return rank < 0 ? FIRST.length : rank;
};

/** The place of a field on the form, by the way to it: what is wrong is listed in this order. */
export function placeOf(shape: CommandShape, path: string): number {
  const { main, grounds, more } = layoutOf(shape);
  const [name] = path.split('.');
  return [...main, ...grounds, ...more].findIndex((field) => field.name === name);
}

/** What a posting mostly says, in the order of the paper, and what it mostly leaves out. */
export function usualOf(fields: readonly FieldShape[]): Pick<FormLayout, 'main' | 'more'> {
  const isMain = ({ name, required }: FieldShape) => required || USUAL.includes(name);
  return {
    main: fields.filter(isMain).toSorted((a, b) => rankOf(a) - rankOf(b)),
    more: fields.filter((field) => !isMain(field)),
  };
}

/** The effective date stands last of the main part, before the live line. */
export function layoutOf({ params, fields }: CommandShape): FormLayout {
  const { main, more } = usualOf(fields.filter(({ name }) => !GROUNDS.includes(name)));
  const date = main.filter(({ name }) => name === 'effectiveOn');
  return {
    main: [...params, ...main.filter(({ name }) => name !== 'effectiveOn'), ...date],
    grounds: fields.filter(({ name }) => GROUNDS.includes(name)),
    more,
  };
}

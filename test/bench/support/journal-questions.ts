import {
  address,
  type AskedLog,
  type Moments,
  type Parameters,
  quarter,
  type Question,
} from './asked-log.ts';

/** Every filter of the journal, alone and together with one that fits badly. */
export function journals(moments: Moments, { commitment, years }: AskedLog): Question[] {
  const year = (n: number) => moments.past(n)['fiscalYear'];
  const day = (n: number) => moments.day(n)['effectiveTo'];
  const filters: readonly [name: string, parameters: (n: number) => Parameters][] = [
    ['everything', () => ({})],
    ['a fiscal year', (n) => ({ fiscalYear: year(n) })],
    ['a project', (n) => ({ project: moments.project(n) })],
    ['a project in a fiscal year', (n) => ({ project: moments.project(n), fiscalYear: year(n) })],
    ['a month', (n) => ({ month: String(day(n)).slice(0, 7) })],
    ['a month and a project', (n) => ({ month: String(day(n)).slice(0, 7), project: moments.project(n) })],
    ['a quarter', (n) => ({ fiscalYear: year(n), quarter: quarter(n) })],
    ['from a business date on', (n) => ({ effectiveFrom: day(n) })],
    ['up to a business date', (n) => ({ effectiveTo: day(n) })],
    ['a type', () => ({ type: 'QuarterCorrected' })],
    ['types', () => ({ type: 'CommitmentMade,QuarterCorrected' })],
    ['an author', (n) => ({ actor: `officer-${n % 7}` })],
    ['a rare author', () => ({ actor: 'auditor' })],
    ['nobody', () => ({ actor: 'nobody' })],
    ['an author and a project', (n) => ({ actor: `officer-${n % 7}`, project: moments.project(n) })],
    ['a document', () => ({ document: commitment })],
    ['words', (n) => ({ text: `PO-Q1-${n % 100}` })],
    ['words that nearly all have', () => ({ text: 'PV-Q' })],
    ['words that none has', () => ({ text: 'ไม่มีคำนี้' })],
    ['two letters', () => ({ text: 'zz' })],
    ['two letters of a project', (n) => ({ text: 'zz', project: moments.project(n) })],
    ['an amount', (n) => ({ amountFrom: `1200.${10 + (n % 90)}`, amountTo: `1200.${10 + (n % 90)}` })],
    ['an amount that none has', () => ({ amountFrom: '7.77', amountTo: '7.77' })],
    ['amounts', () => ({ amountFrom: '1000.00', amountTo: '2000.00' })],
    ['amounts of a project', (n) => ({ amountFrom: '100000.00', project: moments.project(n) })],
    ['what was taken back', () => ({ reversed: 'true' })],
    ['what still holds', () => ({ reversed: 'false' })],
    ['what was taken over', () => ({ imported: 'true' })],
    ['a type in the first year', () => ({ type: 'QuarterCorrected', fiscalYear: years[0] })],
  ];
  const ways: readonly [name: string, parameters: (n: number) => Parameters][] = [
    ['', () => ({})],
    [', the newest first', () => ({ order: 'newest' })],
    [', from the middle', (n) => ({ after: moments.position(n) })],
    [', as known then', (n) => ({ knownAt: moments.position(n), order: 'newest' })],
  ];
  const pages = filters.flatMap(([name, filter]) =>
    ways.map(([way, parameters]) => ({
      name: `journal: ${name}${way}`,
      kind: 'journal' as const,
      url: (n: number) => address('journal', { limit: 100, ...filter(n), ...parameters(n) }),
    })),
  );
  const sums = filters.map(([name, filter]) => ({
    name: `journal, counted: ${name}`,
    kind: 'journal' as const,
    url: (n: number) => address('journal/summary', filter(n)),
  }));
  return [...pages, ...sums];
}

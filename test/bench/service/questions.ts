import type { Question } from './asked.ts';
import type { HistoryFacts } from './kept-history.ts';

const MEASURES = ['spent', 'committed', 'disbursed'] as const;

/** The addresses of all reports, explanations and differences of the API, by what they are called. */
export function reportQuestions({
  organisation,
  fiscalYear,
  projects,
}: HistoryFacts): Record<string, Question> {
  const of = `organisation=${organisation}&fiscalYear=${fiscalYear}`;
  const project = (repetition: number): string => `project=${projects[repetition % projects.length] ?? ''}`;
  const day = `on=${fiscalYear - 543}-06-30`;
  const reports = {
    'quarterly report': `quarterly?${of}&quarter=Q4`,
    'quarterly report, by quarter': `quarterly?${of}&quarter=Q4&byQuarter=true`,
    'quarterly report, effective to a day': `quarterly?${of}&quarter=Q3&effectiveTo=${fiscalYear - 543}-05-15`,
    'budget book': `budget-book?${of}`,
    indicators: `kpi?${of}&quarter=Q4`,
    'status of the year': `status?${of}`,
    'budget status': `budget-status?${of}`,
    'budget comparison': `budget-comparison?${of}`,
    execution: `execution?${of}`,
    'disbursement targets': `disbursement-targets?${of}&${day}`,
    'year-end': `year-end?${of}`,
    'ageing of commitments': `ageing?${of}&${day}`,
    'likely to lapse': `likely-to-lapse?${of}&${day}`,
    'days to payment': `payment-days?${of}`,
    'restated cells': `restated-cells?${of}&quarter=Q4`,
  };
  return {
    ...Object.fromEntries(Object.entries(reports).map(([name, route]) => [name, () => `reports/${route}`])),
    'course of a project': (n) => `reports/course?${of}&${project(n)}`,
    'state of an account': (n) => `states/account?${of}&${project(n)}`,
    'state of documents': (n) => `states/documents?${of}&${project(n)}`,
    'explain a figure': (n) =>
      `explain?${of}&quarter=Q2&${project(n)}&measure=${MEASURES[n % MEASURES.length] ?? ''}&limit=100`,
    'explain a figure to a quarter': (n) =>
      `explain?${of}&quarter=Q4&cumulative=true&${project(n)}&measure=spent&limit=100`,
  };
}

/** What differs between two positions. */
export const diffQuestion =
  ({ organisation, fiscalYear }: HistoryFacts, head: number): Question =>
  (repetition) => {
    const to = Math.max(2, head - ((repetition * 389) % Math.max(1, Math.floor(head / 4))));
    return `diff?organisation=${organisation}&fiscalYear=${fiscalYear}&from=${Math.max(1, to - 500)}&to=${to}`;
  };

/** The first page of the journal by every filter that it takes, and pages from its midst. */
export function journalQuestions(
  { organisation, fiscalYear, projects }: HistoryFacts,
  head: number,
): Record<string, Question> {
  const of = `journal?organisation=${organisation}&limit=100`;
  const year = fiscalYear - 543;
  const project = (repetition: number): string => `project=${projects[repetition % projects.length] ?? ''}`;
  const middle = (repetition: number): number => Math.floor((head * ((repetition * 389) % 1000)) / 1000);
  const fixed = {
    'no filter': '',
    'newest first': '&order=newest',
    'a fiscal year': `&fiscalYear=${fiscalYear}`,
    'a quarter': `&fiscalYear=${fiscalYear}&quarter=Q2`,
    'a month': `&fiscalYear=${fiscalYear}&month=${year}-09`,
    'a type of event': '&type=QuarterCorrected',
    'a rare author': '&actor=nobody',
    'words in a text': '&text=ประชุม',
    'words that nothing has': '&text=zzz',
    'an amount': '&amountFrom=1234.00&amountTo=1234.99',
    'business dates': `&effectiveFrom=${year}-07-01&effectiveTo=${year}-09-30`,
    'reversed postings': '&reversed=true',
    'imported postings': '&imported=true',
    'a day of booking': `&bookedOn=${year}-09-30`,
  };
  return {
    ...Object.fromEntries(Object.entries(fixed).map(([name, filter]) => [name, () => of + filter])),
    'a project': (n) => `${of}&${project(n)}`,
    'a project, from the midst of the log': (n) => `${of}&${project(n)}&after=${middle(n)}`,
    'from the midst of the log': (n) => `${of}&after=${middle(n)}`,
    'as known at a past position': (n) => `${of}&knownAt=${Math.max(1, middle(n))}`,
    'a project and words': (n) => `${of}&${project(n)}&text=zzz`,
  };
}

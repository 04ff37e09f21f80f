import { type Refusal, refusal, type RefusalDetails, type RefusalKind } from '#kernel';

interface RefusalMeaning {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly meaning: string;
}

/** Every refusal of this library; a code keeps its meaning for ever. */
export const performanceRefusals = [
  entry('kpi-not-defined', 'not-found', 'The KPI has not been defined for the fiscal year.'),
  entry('kpi-already-defined', 'conflict', 'The KPI is defined already.'),
  entry('accumulation-missing', 'invalid', 'A KPI with figures must say how its quarters go together.'),
  entry('composite-not-accumulated', 'invalid', 'A composite has no figures that could accumulate.'),
  entry('composite-has-no-value', 'rule', 'A composite carries no figure; its parts do.'),
  entry('part-not-possible', 'invalid', 'A composite is no part, and no KPI is a part of itself.'),
  entry('reason-missing', 'invalid', 'A change of what was recorded needs a reason.'),
  entry('text-missing', 'invalid', 'A name or a text that must be there is empty.'),
  entry('field-malformed', 'invalid', 'A field is not of the form that the event catalogue gives.'),
  entry('value-malformed', 'invalid', 'A figure is not a plain decimal string of up to 20 digits.'),
  entry('value-not-whole', 'invalid', 'A count or a level is not a whole number.'),
  entry('value-out-of-range', 'invalid', 'A figure lies outside what the kind of the KPI allows.'),
  entry('value-missing', 'invalid', 'A figure or a text that must be there is missing.'),
  entry(
    'operator-missing',
    'invalid',
    'A target with a figure does not say how the result compares with it.',
  ),
  entry('target-not-set', 'not-found', 'There is no target that could be revised.'),
  entry('target-already-set', 'conflict', 'There is a target; revise it with a reason.'),
  entry('target-unchanged', 'conflict', 'The revised target equals the present one.'),
  entry('plan-not-set', 'rule', 'There is no plan that could be revised.'),
  entry('plan-already-set', 'conflict', 'There is a plan; revise it with a reason.'),
  entry('plan-unchanged', 'rule', 'The revised plan equals the present one.'),
  entry('plan-empty', 'invalid', 'The plan names no quarter with a figure or a text.'),
  entry(
    'plan-not-cumulative',
    'rule',
    'The plan of a cumulative KPI decreases from one quarter to a later one.',
  ),
  entry('result-exists', 'conflict', 'The number of the result is taken; correct that result with a reason.'),
  entry('result-unknown', 'not-found', 'No result of that number is recorded.'),
  entry('result-unchanged', 'conflict', 'The corrected result equals the recorded one.'),
  entry('in-plan-does-not-add-up', 'rule', 'The parts in and out of plan do not make up the figure.'),
  entry('period-reversed', 'invalid', 'The last month of the data lies before the first.'),
  entry('day-unknown', 'invalid', 'A date is not a day of the calendar.'),
  entry('date-outside-fiscal-year', 'rule', 'The business date lies outside the fiscal year.'),
  entry('date-before-quarter', 'rule', 'The date lies before the quarter that it speaks of.'),
  entry('already-achieved', 'conflict', 'The KPI is marked as achieved already.'),
  entry('report-not-dated', 'not-found', 'The report has not been entered with its date.'),
  entry('report-already-dated', 'conflict', 'The report is entered already.'),
  entry(
    'publication-number-wrong',
    'conflict',
    'The number is not the next one of the report; it was published meanwhile.',
  ),
  entry('status-unchanged', 'conflict', 'The report gives the project this very status already.'),
] as const;

export type PerformanceRefusalCode = (typeof performanceRefusals)[number]['code'];

function entry<Code extends string>(
  code: Code,
  kind: RefusalKind,
  meaning: string,
): RefusalMeaning & { readonly code: Code } {
  return { code, kind, meaning };
}

const kinds: ReadonlyMap<string, RefusalKind> = new Map(
  performanceRefusals.map(({ code, kind }) => [code, kind]),
);

/** What a refusal speaks of: a KPI or a report of a fiscal year. */
export interface Subject {
  /** As it stands in the sentence: `KPI P08-K1 of fiscal year 2569`. */
  readonly title: string;
  readonly details: RefusalDetails;
}

/** One sentence: the subject, what was found there, and what was expected. */
export function refuse(
  subject: Subject,
  code: PerformanceRefusalCode,
  found: string,
  expected: string,
  details: RefusalDetails = {},
): Refusal {
  const kind = kinds.get(code) ?? 'invalid';
  return refusal(kind, code, `${subject.title}: ${found}; expected ${expected}.`, {
    ...subject.details,
    found,
    expected,
    ...details,
  });
}

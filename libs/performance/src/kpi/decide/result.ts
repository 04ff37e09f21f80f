import { type DecisionContext, isBlank, type Refusal } from '#kernel';
import { addFigures, compareFigures } from '../../figure.ts';
import { refuse } from '../../refusals.ts';
import {
  dayRule,
  eventOrRefusal,
  firstRefusal,
  fiscalYearRule,
  present,
  quarterRule,
  reasonRule,
  sameContent,
} from '../../rules.ts';
import { type CorrectResult, KpiResultCorrected } from '../correct.ts';
import { fitRule } from '../fit.ts';
import { KpiResultRecorded, type RecordResult } from '../record.ts';
import type { ResultContent } from '../result.ts';
import type { KpiDefinition, KpiState } from '../state.ts';
import { kpiSubject, notDefined } from '../subject.ts';

export function decideRecordResult(
  { definition, results }: KpiState,
  command: RecordResult,
  context: DecisionContext,
): readonly KpiResultRecorded[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  const { type: _, result, effectiveOn, ...content } = command;
  if (results.has(result)) {
    const found = `result ${result} is recorded already`;
    return refuse(subject, 'result-exists', found, 'another number, or correct-result with a reason', {
      result,
    });
  }
  return (
    resultRule(definition, content, effectiveOn, context) ??
    eventOrRefusal(subject, KpiResultRecorded, present({ result, ...content }), effectiveOn)
  );
}

export function decideCorrectResult(
  { definition, results }: KpiState,
  command: CorrectResult,
  context: DecisionContext,
): readonly KpiResultCorrected[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  const { type: _, result, reason, effectiveOn, ...given } = command;
  const previous = results.get(result);
  if (!previous) {
    const found = `result ${result} is not recorded`;
    return refuse(subject, 'result-unknown', found, 'the number of a recorded result', { result });
  }
  const content = present(given);
  return (
    reasonRule(subject, reason) ??
    resultRule(definition, content, effectiveOn, context) ??
    (sameContent(previous, content)
      ? refuse(subject, 'result-unchanged', `result ${result} says this already`, 'another content')
      : undefined) ??
    eventOrRefusal(subject, KpiResultCorrected, { result, ...content, previous }, effectiveOn)
  );
}

function resultRule(
  definition: KpiDefinition,
  content: ResultContent,
  effectiveOn: RecordResult['effectiveOn'],
  context: DecisionContext,
): Refusal | undefined {
  const subject = kpiSubject(definition);
  const { kind, fiscalYear } = definition;
  const { quarter, value, text, narrative, inPlan, outOfPlan, dataAsOf } = content;
  return firstRefusal(
    () =>
      value === undefined && isBlank(text) && isBlank(narrative)
        ? refuse(subject, 'value-missing', `the result of ${quarter} is empty`, 'a value, text or narrative')
        : undefined,
    () => fitRule(subject, kind, 'value', value),
    () => fitRule(subject, kind, 'inPlan', inPlan),
    () => fitRule(subject, kind, 'outOfPlan', outOfPlan),
    () => splitRule(definition, content),
    () => dayRule(subject, 'dataAsOf', dataAsOf),
    () => periodRule(definition, content),
    () => fiscalYearRule(subject, fiscalYear, effectiveOn, context),
    () => quarterRule(subject, fiscalYear, quarter, 'effectiveOn', effectiveOn, context),
  );
}

/** In plan and out of plan make up the figure; one of them alone is at most the figure. */
function splitRule(definition: KpiDefinition, content: ResultContent): Refusal | undefined {
  const { quarter, value, inPlan, outOfPlan } = content;
  if (inPlan === undefined && outOfPlan === undefined) return undefined;
  const subject = kpiSubject(definition);
  if (value === undefined) {
    return refuse(subject, 'value-missing', `the value of ${quarter} is missing`, 'the figure that is split');
  }
  const difference = compareFigures(addFigures(inPlan ?? '0', outOfPlan ?? '0'), value);
  const bothGiven = inPlan !== undefined && outOfPlan !== undefined;
  if (bothGiven ? difference === 0 : difference <= 0) return undefined;
  const parts = [
    inPlan === undefined ? '' : `${inPlan} in plan`,
    outOfPlan === undefined ? '' : `${outOfPlan} out of plan`,
  ];
  return refuse(
    subject,
    'in-plan-does-not-add-up',
    `${quarter} has ${parts.filter(Boolean).join(' and ')}`,
    bothGiven ? `together ${value}` : `at most ${value}`,
    present({ quarter, value, inPlan, outOfPlan }),
  );
}

function periodRule(definition: KpiDefinition, { periodFrom, periodTo }: ResultContent): Refusal | undefined {
  if (periodFrom === undefined || periodTo === undefined || periodFrom <= periodTo) return undefined;
  const found = `the data runs from ${periodFrom} to ${periodTo}`;
  return refuse(kpiSubject(definition), 'period-reversed', found, 'the first month before the last');
}

import { type DecisionContext, isBlank, type Refusal } from '#kernel';
import { refuse, type Subject } from '../../refusals.ts';
import {
  eventOrRefusal,
  firstRefusal,
  fiscalYearRule,
  present,
  reasonRule,
  sameContent,
} from '../../rules.ts';
import { fitRule } from '../fit.ts';
import type { KpiDefinition, KpiState } from '../state.ts';
import { kpiSubject, notDefined } from '../subject.ts';
import { KpiTargetRevised, KpiTargetSet, type ReviseTarget, type SetTarget, type Target } from '../target.ts';

export function decideSetTarget(
  { definition, target }: KpiState,
  command: SetTarget,
  context: DecisionContext,
): readonly KpiTargetSet[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  if (target) {
    return refuse(subject, 'target-already-set', 'it has a target', 'revise-target with a reason');
  }
  const next = contentOf(command);
  return (
    targetRule(definition, next) ??
    fiscalYearRule(subject, definition.fiscalYear, command.effectiveOn, context) ??
    eventOrRefusal(subject, KpiTargetSet, next, command.effectiveOn)
  );
}

export function decideReviseTarget(
  { definition, target: previous }: KpiState,
  command: ReviseTarget,
  context: DecisionContext,
): readonly KpiTargetRevised[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  if (!previous) return refuse(subject, 'target-not-set', 'it has no target', 'set-target first');
  const next = contentOf(command);
  return (
    reasonRule(subject, command.reason) ??
    targetRule(definition, next) ??
    fiscalYearRule(subject, definition.fiscalYear, command.effectiveOn, context) ??
    unchangedRule(subject, previous, next) ??
    eventOrRefusal(subject, KpiTargetRevised, { ...next, previous }, command.effectiveOn)
  );
}

const contentOf = ({ operator, value, text }: Target): Target => present({ operator, value, text });

function targetRule(definition: KpiDefinition, { operator, value, text }: Target): Refusal | undefined {
  const subject = kpiSubject(definition);
  return firstRefusal(
    () =>
      isBlank(text)
        ? refuse(subject, 'text-missing', 'the text of the target is empty', 'the target in words', {
            field: 'text',
          })
        : undefined,
    () => fitRule(subject, definition.kind, 'value', value),
    () =>
      value !== undefined && operator === undefined
        ? refuse(subject, 'operator-missing', 'operator is missing', 'one of >=, >, =, <=, < with a value')
        : undefined,
    () =>
      value === undefined && operator !== undefined
        ? refuse(subject, 'value-missing', `operator ${operator} stands alone`, 'a value with it')
        : undefined,
  );
}

function unchangedRule(subject: Subject, previous: Target, next: Target): Refusal | undefined {
  if (!sameContent(previous, next)) return undefined;
  return refuse(
    subject,
    'target-unchanged',
    `the target is ${next.text} already`,
    'another operator, value or text',
  );
}

import type { DecisionContext, Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { eventOrRefusal, fiscalYearRule, present, quarterRule } from '../../rules.ts';
import { KpiAchieved, type MarkAchieved } from '../achieve.ts';
import type { KpiState } from '../state.ts';
import { kpiSubject, notDefined } from '../subject.ts';

export function decideAchieve(
  { definition, achieved }: KpiState,
  { quarter, note, effectiveOn }: MarkAchieved,
  context: DecisionContext,
): readonly KpiAchieved[] | Refusal {
  if (!definition) return notDefined();
  const subject = kpiSubject(definition);
  if (achieved) {
    const found = `it is marked as achieved in ${achieved}`;
    return refuse(subject, 'already-achieved', found, 'a KPI that is not marked yet', { quarter: achieved });
  }
  return (
    fiscalYearRule(subject, definition.fiscalYear, effectiveOn, context) ??
    quarterRule(subject, definition.fiscalYear, quarter, 'effectiveOn', effectiveOn, context) ??
    eventOrRefusal(subject, KpiAchieved, present({ quarter, note }), effectiveOn)
  );
}

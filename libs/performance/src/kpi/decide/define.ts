import { type DecisionContext, isBlank, type Refusal } from '#kernel';
import { refuse } from '../../refusals.ts';
import { eventOrRefusal, firstRefusal, fiscalYearRule, present } from '../../rules.ts';
import { type DefineKpi, KpiDefined } from '../define.ts';
import type { KpiState } from '../state.ts';
import { kpiSubject } from '../subject.ts';

export function decideDefine(
  state: KpiState,
  command: DefineKpi,
  context: DecisionContext,
): readonly KpiDefined[] | Refusal {
  const { type: _, effectiveOn, ...definition } = command;
  const subject = kpiSubject(definition);
  const refused = firstRefusal(
    () =>
      state.definition
        ? refuse(subject, 'kpi-already-defined', 'it is defined already', 'a KPI that is not defined yet')
        : undefined,
    () =>
      isBlank(definition.name)
        ? refuse(subject, 'text-missing', 'its name is empty', 'the name of the KPI', { field: 'name' })
        : undefined,
    () => accumulationRule(definition),
    () => partRule(definition),
    () => fiscalYearRule(subject, definition.fiscalYear, effectiveOn, context),
  );
  if (refused) return refused;
  const tiers = definition.tiers && present(definition.tiers);
  return eventOrRefusal(subject, KpiDefined, present({ ...definition, tiers }), effectiveOn);
}

type Definition = Pick<DefineKpi, 'kpi' | 'fiscalYear' | 'kind' | 'accumulation' | 'partOf'>;

function accumulationRule(definition: Definition): Refusal | undefined {
  const subject = kpiSubject(definition);
  const { kind, accumulation } = definition;
  if (kind === 'composite' && accumulation !== undefined) {
    return refuse(
      subject,
      'composite-not-accumulated',
      `accumulation is ${accumulation}`,
      'no accumulation of a composite',
    );
  }
  if (kind !== 'composite' && accumulation === undefined) {
    return refuse(
      subject,
      'accumulation-missing',
      'accumulation is missing',
      'cumulative, incremental or point',
    );
  }
  return undefined;
}

function partRule(definition: Definition): Refusal | undefined {
  const { kpi, kind, partOf } = definition;
  if (partOf === undefined || (kind !== 'composite' && partOf !== kpi)) return undefined;
  return refuse(
    kpiSubject(definition),
    'part-not-possible',
    `partOf is ${partOf}`,
    kind === 'composite' ? 'no partOf, since it is itself a composite' : 'the code of another KPI',
    { partOf },
  );
}

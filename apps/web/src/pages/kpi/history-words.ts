import { useTexts } from '../../texts/texts.ts';
import { grouped, type KpiAnswer } from '../kpis/use-kpis.ts';
import { kpiPageTexts } from './texts.ts';

export type Happening = NonNullable<KpiAnswer['history']>[number];
type Facts = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null ? (value as Facts) : {};

/** A figure, or the words where there is none. */
const stated = (facts: Facts): string => {
  const value = textOf(facts['value']);
  return value === '' ? textOf(facts['text']) || textOf(facts['narrative']) || '-' : grouped(value);
};

const planned = (quarters: unknown): string =>
  Object.entries(factsOf(quarters))
    .map(([quarter, plan]) => `${quarter} ${stated(factsOf(plan))}`)
    .join(' · ');

/** Says in words what an event of a KPI said. */
export function useHappeningWords(): (happening: Happening) => string {
  const t = useTexts(kpiPageTexts);
  return ({ type, data }) => {
    const facts: Facts = data;
    const previous = factsOf(facts['previous']);
    const quarter = textOf(facts['quarter']).slice(1);
    const result = textOf(facts['result']);
    switch (type) {
      case 'KpiTargetSet':
      case 'KpiTargetRevised':
        return t(type, { text: textOf(facts['text']), before: textOf(previous['text']) });
      case 'KpiPlanSet':
      case 'KpiPlanRevised':
        return t(type, { plan: planned(facts['quarters']), before: planned(facts['previous']) });
      case 'KpiResultRecorded':
      case 'KpiResultCorrected':
        return t(type, { quarter, result, text: stated(facts) });
      case 'KpiAchieved':
        return t(type, { quarter });
      case 'KpiDefined':
        return t(type);
      default:
        return type;
    }
  };
}

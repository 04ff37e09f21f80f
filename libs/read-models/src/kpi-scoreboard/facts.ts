import type { CivilDate, Quarter } from '#kernel';
import type { KpiDefinition, KpiEvent, PlannedQuarters, ResultContent, Target } from '#performance';

/** A result as it was last stated, with its number. */
export interface StatedResult extends ResultContent {
  readonly result: string;
  /** Revision of the KPI's stream at which it was stated: of two results of a quarter the later one counts. */
  readonly statedAt: number;
  readonly effectiveOn: CivilDate;
}

export interface Achievement {
  readonly quarter: Quarter;
  readonly note?: string | undefined;
}

/**
 * One thing that is known of a KPI from the position of its event on. A later fact of the same key takes its
 * place, so that "as known at P" is one index seek per key. Keys: `definition`, `target`, `plan`, `achieved`
 * and `result/<number of the result>`. Values are JSON-safe and need nothing but themselves.
 */
export type KpiFact =
  | { readonly key: 'definition'; readonly value: KpiDefinition }
  | { readonly key: 'target'; readonly value: Target }
  | { readonly key: 'plan'; readonly value: PlannedQuarters }
  | { readonly key: 'achieved'; readonly value: Achievement }
  | { readonly key: `result/${string}`; readonly value: StatedResult };

/** What an event at a revision of a KPI's stream makes known. */
export function kpiFactsOf(event: KpiEvent, revision: bigint): readonly KpiFact[] {
  switch (event.type) {
    case 'KpiDefined':
      return [{ key: 'definition', value: event.data }];
    case 'KpiTargetSet':
      return [{ key: 'target', value: event.data }];
    case 'KpiTargetRevised': {
      const { previous: _, ...target } = event.data;
      return [{ key: 'target', value: target }];
    }
    case 'KpiPlanSet':
    case 'KpiPlanRevised':
      return [{ key: 'plan', value: event.data.quarters }];
    case 'KpiResultRecorded':
      return [stated(event.data, revision, event.effectiveOn)];
    case 'KpiResultCorrected': {
      const { previous: _, ...content } = event.data;
      return [stated(content, revision, event.effectiveOn)];
    }
    case 'KpiAchieved':
      return [{ key: 'achieved', value: event.data }];
  }
}

function stated(
  content: ResultContent & { readonly result: string },
  revision: bigint,
  effectiveOn: CivilDate,
): KpiFact {
  return {
    key: `result/${content.result}`,
    value: { ...content, statedAt: Number(revision), effectiveOn },
  };
}

/** The facts of one KPI as known at some position, by key. */
export type KnownFacts = ReadonlyMap<string, unknown>;

interface FactValues {
  readonly definition: KpiDefinition;
  readonly target: Target;
  readonly plan: PlannedQuarters;
  readonly achieved: Achievement;
}

/** The value of a fact that `kpiFactsOf` wrote under this key. */
export const factOf = <Key extends keyof FactValues>(
  facts: KnownFacts,
  key: Key,
): FactValues[Key] | undefined => facts.get(key) as FactValues[Key] | undefined;

/** All results in the order in which they were last stated, whatever the order of the facts. */
export function resultsOf(facts: KnownFacts): StatedResult[] {
  const results: StatedResult[] = [];
  for (const [key, value] of facts) {
    if (key.startsWith('result/')) results.push(value as StatedResult);
  }
  return results.sort((a, b) => a.statedAt - b.statedAt);
}

import type { KpiData, KpiQuarterData, Language } from '#board-report';
import type { KpiProgress } from '#read-models';

type QuarterProgress = KpiProgress['quarters'][number];

/** Stands in the cell of a result that was reported in words alone. */
const IN_WORDS: Readonly<Record<Language, string>> = { th: 'ดูคำบรรยาย', en: 'in words' };

/** Signs that a plan in words may have and still stand in its narrow column. */
const MOST_IN_A_CELL = 16;

/** A KPI as the board report shows it. */
export function kpiDataOf({ definition, target, quarters }: KpiProgress, language: Language): KpiData {
  const { kpi, name, nameEn, unit, unitEn } = definition;
  const shownUnit = language === 'en' ? (unitEn ?? unit) : unit;
  const ofTarget = quarters.findLast((quarter) => quarter.ofTarget !== undefined)?.ofTarget;
  return {
    kpi,
    name: language === 'en' ? (nameEn ?? name) : name,
    ...(shownUnit === undefined ? {} : { unit: shownUnit }),
    ...(target === undefined ? {} : { target: target.text }),
    ...(ofTarget === undefined ? {} : { ofTarget }),
    quarters: Object.fromEntries(quarters.map((quarter) => [quarter.quarter, quarterOf(quarter, language)])),
  };
}

function quarterOf({ plan, result }: QuarterProgress, language: Language): KpiQuarterData {
  const inWords =
    plan?.value === undefined && (plan?.text?.length ?? 0) > MOST_IN_A_CELL ? plan?.text : undefined;
  const planned = inWords === undefined ? (plan?.value ?? plan?.text) : IN_WORDS[language];
  const said = [result?.value === undefined ? result?.text : undefined, result?.narrative];
  const narrative = [...new Set(said.filter((text) => text !== undefined))].join('\n');
  const reported = result?.value ?? (narrative === '' ? undefined : IN_WORDS[language]);
  return {
    ...(planned === undefined ? {} : { plan: planned }),
    ...(inWords === undefined ? {} : { planInWords: inWords }),
    ...(reported === undefined ? {} : { result: reported }),
    ...(narrative === '' ? {} : { narrative }),
  };
}

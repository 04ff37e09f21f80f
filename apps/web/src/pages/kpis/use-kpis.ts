import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useLanguage } from '../../texts/language.ts';

export type KpiAnswer = AnswerOf<'/api/v1/states/kpis'>;
export type Kpi = KpiAnswer['kpis'][number];
export type KpiQuarter = Kpi['quarters'][number];
export type KpiStatus = KpiQuarter['status'];

/** The KPIs of a year, or one with its history, at the clocks of the page. */
export function useKpis(fiscalYear: string, kpi?: string) {
  const { query: clocks } = useClocks();
  const query = { ...clocks, fiscalYear: Number(fiscalYear), ...(kpi === undefined ? {} : { kpi }) };
  return useAnswer('/api/v1/states/kpis', { params: { query } }, { keep: kpi === undefined });
}

/** The last quarter that is due: how the KPI stands now. */
export const latestOf = ({ quarters }: Kpi): KpiQuarter | undefined =>
  quarters.findLast(({ status }) => status !== 'not_due') ?? quarters[0];

/** Name and unit in the language of the page, where the KPI has them. */
export function useKpiNames(): (kpi: Kpi) => {
  readonly name: string;
  readonly unit: string;
  readonly lang: 'th' | 'en';
} {
  const language = useLanguage();
  return ({ definition: { name, nameEn, unit = '', unitEn } }) =>
    language === 'en' && nameEn !== undefined
      ? { name: nameEn, unit: unitEn ?? unit, lang: 'en' }
      : { name, unit, lang: 'th' };
}

const SIGNS = { '>=': '≥', '>': '>', '=': '', '<=': '≤', '<': '<' } as const;

/** A figure in the unit of its KPI, digits grouped; exactly as stated. */
export const grouped = (figure: string): string => {
  const [whole = '', fraction] = figure.split('.');
  const groups = whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};

/** A target in short: its sign and figure, or its words. */
export const targetOf = ({ target }: Kpi): string => {
  if (target === undefined) return '-';
  if (target.value === undefined) return target.text;
  return `${SIGNS[target.operator ?? '=']} ${grouped(target.value)}`.trim();
};

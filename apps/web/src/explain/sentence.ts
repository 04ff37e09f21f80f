import { useCalendar } from '../clocks/use-calendar.ts';
import { sayAmount } from '../texts/amounts.ts';
import { useDates } from '../texts/dates.ts';
import { useTexts } from '../texts/texts.ts';
import type { Explained } from './address.ts';
import { measureName, measureTexts } from './measures.ts';
import { explainTexts } from './texts.ts';

type Cell = Explained['cell'];

/** Says a figure in a sentence: whose, which, when, how much; in million baht and exact. */
export function useSentence(): (told: Explained) => string {
  const t = useTexts(explainTexts);
  const measures = useTexts(measureTexts);
  const spanOf = useSpan();
  const { era } = useCalendar();
  return ({ cell, value, query }) => {
    const isDocument = cell.document !== undefined;
    const place = isDocument
      ? [cell.project_code, cell.document, cell.item]
      : [
          cell.project_code === 'TOTAL' ? t('allProjects') : cell.project_code,
          cell.fund_source,
          cell.category,
        ];
    return t(isDocument ? 'ofDocument' : 'sentence', {
      measure: measures(measureName(cell.measure, isDocument)),
      of: place.filter((part) => part !== undefined).join(' · '),
      span: spanOf(cell),
      year: t(`year${era}`, { year: String(query['fiscalYear']) }),
      million: sayAmount(value, 'million'),
      baht: sayAmount(value, 'baht'),
    });
  };
}

function useSpan(): (cell: Cell) => string {
  const t = useTexts(explainTexts);
  const { month: monthOf } = useDates();
  return ({ quarter = 'after', month, basis }) => {
    const isSum = basis === 'cumulative';
    if (month !== undefined) return t(isSum ? 'toMonth' : 'inMonth', { month: monthOf(month) });
    if (quarter === 'after') return t(isSum ? 'wholeYear' : 'afterYear');
    return t(isSum ? 'toQuarter' : 'inQuarter', { quarter: quarter.slice(1) });
  };
}

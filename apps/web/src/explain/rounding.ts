import { useView } from '../app/view.ts';
import { useTexts } from '../texts/texts.ts';
import { measureTexts } from './measures.ts';
import { type PrintedSum, roundingDifference } from './rounding-difference.ts';
import { roundingTexts } from './rounding-texts.ts';

/** Footnotes for totals that printed parts do not add up to; in baht nothing is rounded. */
export function useRoundingNotes(): (sums: readonly PrintedSum[]) => string[] {
  const t = useTexts(roundingTexts);
  const measures = useTexts(measureTexts);
  const { unit } = useView();
  return (sums) =>
    unit === 'baht'
      ? []
      : sums.flatMap(({ measure, ...printed }) => {
          const difference = roundingDifference(printed);
          return difference === undefined
            ? []
            : [t('rounded', { measure: measures(measure), difference: difference.replace('-', '−') })];
        });
}

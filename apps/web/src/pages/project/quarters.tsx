import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type CivilDate, parseFiscalYear, type Quarter, quarterRange, QUARTERS } from '#kernel';
import type { AnswerOf } from '../../api/use-answer.ts';
import { useCalendar } from '../../clocks/use-calendar.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { cellOf } from '../../explain/address.ts';
import { AmountCell } from '../../explain/amount-cell.tsx';
import { measureTexts } from '../../explain/measures.ts';
import { useRoundingNotes } from '../../explain/rounding.ts';
import type { useRestated } from '../../explain/use-restated.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import { less, percent } from '../overview/totals.tsx';
import { projectTexts } from './texts.ts';

export type QuarterRow = AnswerOf<'/api/v1/reports/quarterly'>['rows'][number];

interface QuartersProps {
  readonly fy: string;
  readonly project: string;
  readonly rows: readonly QuarterRow[];
  readonly restated: ReturnType<typeof useRestated>;
  readonly footnotes: readonly string[];
  /** When the last known event was booked. */
  readonly bookedAt: string | undefined;
}

const MEASURES = ['plan', 'spent', 'disbursed', 'committed'] as const;

/** The quarters as the published report prints them; without a plan the way to enter one. */
export function Quarters(props: QuartersProps): ReactNode {
  const { fy, project, rows } = props;
  const t = useTexts(projectTexts);
  const measures = useTexts(measureTexts);
  const { isPast } = useClocks();
  const notesOf = useRoundingNotes();
  const total = rows.find(({ quarter }) => quarter === 'TOTAL');
  const notes = notesOf(
    MEASURES.map((measure) => ({
      measure,
      parts: rows.filter(({ quarter }) => quarter !== 'TOTAL').map(({ baht }) => baht[measure]),
      total: total?.baht[measure],
    })),
  );
  const hasPlan = total?.baht.plan !== undefined;
  return (
    <>
      <FigureTable
        caption={t('quarters')}
        footnotes={[...notes, ...(hasPlan ? [t('varianceYear')] : [])]}
        legend
      >
        <thead>
          <tr>
            <th scope="col">{t('quarter')}</th>
            {MEASURES.map((measure) => (
              <th key={measure} scope="col" className="number">
                {measures(measure)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('percentOfPlan')}
            </th>
            <th scope="col" className="number">
              {t('variance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {QUARTERS.map((quarter) => (
            <Row key={quarter} {...props} quarter={quarter} />
          ))}
        </tbody>
        <tfoot>
          <Row {...props} quarter="TOTAL" />
        </tfoot>
      </FigureTable>
      {hasPlan ? null : (
        <p>
          {t('noPlan')}{' '}
          {isPast ? null : (
            <Link to="/post/$kind" params={{ kind: 'planSet' }} search={{ fy, project }}>
              {t('enterPlan')}
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function Row(props: QuartersProps & { readonly quarter: Quarter | 'TOTAL' }): ReactNode {
  const { fy, project, rows, restated, quarter } = props;
  const t = useTexts(projectTexts);
  const baht = rows.find((row) => row.quarter === quarter)?.baht ?? {};
  const unknown = useIsUnknown(props);
  const span = quarter === 'TOTAL' ? { quarter: 'Q4', cumulative: true } : { quarter };
  const of = (measure: string) => cellOf({ fiscalYear: fy, project, ...span, measure });
  return (
    <tr>
      <th scope="row">
        {quarter === 'TOTAL' ? t('total') : t('quarterName', { quarter: quarter.slice(1) })}
      </th>
      {MEASURES.map((measure) => (
        <AmountCell
          key={measure}
          baht={baht[measure]}
          of={of(measure)}
          earlier={restated.earlier(project, measure, quarter)}
          unknown={unknown && measure !== 'plan'}
        />
      ))}
      <td className="number">{percent(baht.spent, baht.plan) ?? '-'}</td>
      <AmountCell baht={less(baht.spent, baht.plan)} of={of('spent-variance')} unknown={unknown} />
    </tr>
  );
}

/** Whether a quarter lies after what the page knows. */
function useIsUnknown({
  fy,
  bookedAt,
  quarter,
}: QuartersProps & { readonly quarter: Quarter | 'TOTAL' }): boolean {
  const calendar = useCalendar();
  const { isPast } = useClocks();
  if (!isPast || quarter === 'TOTAL' || bookedAt === undefined) return false;
  const { first } = quarterRange(parseFiscalYear(fy), quarter, calendar);
  return first > (bookedAt.slice(0, 10) as CivilDate);
}

import type { ReactNode } from 'react';
import { EventLink } from '../../parts/event-link/event-link.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { grouped, type Kpi } from '../kpis/use-kpis.ts';
import { kpiTexts } from '../kpis/texts.ts';
import { FormLink, useMayRecord } from './actions.tsx';
import type { Happening } from './history-words.ts';
import styles from './page.module.css';
import { kpiPageTexts } from './texts.ts';
import { useClocks } from '../../clocks/use-clocks.ts';

interface ResultsProps {
  readonly kpi: Kpi;
  readonly history: readonly Happening[];
}

const RESULTS = ['KpiResultRecorded', 'KpiResultCorrected'];

/** Every result as last stated: by whom, and since when it is known. */
export function Results({ kpi, history }: ResultsProps): ReactNode {
  const t = useTexts(kpiPageTexts);
  const k = useTexts(kpiTexts);
  const { time } = useDates();
  const { isPast } = useClocks();
  const may = useMayRecord() && !isPast;
  const statements = kpi.quarters.flatMap(({ statements: own }) => own);
  if (statements.length === 0) return null;
  return (
    <FigureTable caption={t('results')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('quarter')}</th>
          <th scope="col" className="number">
            {t('value')}
          </th>
          <th scope="col">{t('words')}</th>
          <th scope="col">{t('recordedBy')}</th>
          <th scope="col">{t('knownSince')}</th>
          <th scope="col">{t('position')}</th>
          {may ? <th scope="col">{t('actions')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {statements.map((statement) => {
          const said = history.findLast(
            ({ type, data }) => RESULTS.includes(type) && data['result'] === statement.result,
          );
          return (
            <tr key={statement.result}>
              <th scope="row">{statement.result}</th>
              <td>{k('quarter', { quarter: statement.quarter.slice(1) })}</td>
              <td className="number">{statement.value === undefined ? '-' : grouped(statement.value)}</td>
              <td className={styles['stated']} lang="th">
                {statement.text ?? '-'}
              </td>
              <td>{said?.actor}</td>
              <td className="moment">{said === undefined ? '' : time(said.bookedAt)}</td>
              <td>{said === undefined ? null : <EventLink position={said.position} />}</td>
              {may ? (
                <td>
                  <FormLink form="kpiCorrectResult" fields={correctionOf(kpi, statement)}>
                    {t('correctResult')}
                  </FormLink>
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </FigureTable>
  );
}

/** A correction states the result anew, as a whole: it begins with what was said. */
const correctionOf = (
  { definition: { fiscalYear, kpi } }: Kpi,
  {
    result,
    quarter,
    value,
    text,
    inPlan,
    outOfPlan,
    narrative,
    periodFrom,
    periodTo,
  }: Kpi['quarters'][number]['statements'][number],
) => ({
  fy: String(fiscalYear),
  ...{ kpi, result, quarter, value, text, inPlan, outOfPlan, narrative, periodFrom, periodTo },
});

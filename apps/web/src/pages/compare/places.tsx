import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EventLink } from '../../parts/event-link/event-link.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { compareTexts, isKpiColumn, kpiColumnTexts } from './texts.ts';
import type { Diff } from './use-diff-query.ts';

interface PlacesProps {
  readonly changes: NonNullable<Diff['changes']>;
  readonly fiscalYear: string;
}

/** Places of KPIs that say something else, each with the entries that led from the one to the other. */
export function Places({ changes, fiscalYear }: PlacesProps): ReactNode {
  const t = useTexts(compareTexts);
  return (
    <FigureTable caption={t('cells')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('where')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('causes')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ place, from, to, events }) => (
          <tr key={place}>
            <th scope="row">
              <Place place={place} fiscalYear={fiscalYear} />
            </th>
            <td>{from ?? t('nothing')}</td>
            <td>{to ?? t('nothing')}</td>
            <td>
              <ul className={styles['events']}>
                {events.map(({ position, actor, reason }) => (
                  <li key={position}>
                    <EventLink position={position} /> {actor}
                    {reason === null ? '' : ` · ${reason}`}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </FigureTable>
  );
}

/** `KPI · quarter · column`, the first of them a way to the KPI. */
function Place({ place, fiscalYear }: { readonly place: string; readonly fiscalYear: string }): ReactNode {
  const t = useTexts(compareTexts);
  const k = useTexts(kpiColumnTexts);
  const [kpi = '', quarter = '', column = ''] = place.split(' · ');
  return (
    <>
      <Link to="/fy/$fy/kpi/$kpi" params={{ fy: fiscalYear, kpi }}>
        {kpi}
      </Link>{' '}
      · {t('quarterNumber', { quarter: quarter.slice(1) })} · {isKpiColumn(column) ? k(column) : column}
    </>
  );
}

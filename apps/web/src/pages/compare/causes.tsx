import type { ReactNode } from 'react';
import { formatBaht, parseBaht, sum } from '#kernel';
import { EventLink } from '../../parts/event-link/event-link.tsx';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Baht } from '../../parts/figure.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { Change } from './amounts.tsx';
import styles from './page.module.css';
import { compareTexts } from './texts.ts';
import type { Diff } from './use-diff-query.ts';

type Cell = NonNullable<Diff['cells']>[number];

/** The entries behind a difference; their sum is the difference, and says so when it is not. */
export function Causes({ cell: { events, change } }: { readonly cell: Cell }): ReactNode {
  const t = useTexts(compareTexts);
  const { date, time } = useDates();
  const total = formatBaht(sum(events.map(({ movement }) => parseBaht(movement))));
  return (
    <table className={styles['causes']}>
      <thead>
        <tr>
          <th scope="col">{t('position')}</th>
          <th scope="col">{t('effectiveOn')}</th>
          <th scope="col">{t('bookedAt')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('actor')}</th>
          <th scope="col">{t('why')}</th>
          <th scope="col" className="number">
            {t('movement')}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.position}>
            <td>
              <EventLink position={event.position} />
            </td>
            <td className="moment">{date(event.effectiveOn)}</td>
            <td className="moment">{time(event.bookedAt)}</td>
            <td>
              <EventName type={event.type} />
            </td>
            <td>{event.actor}</td>
            <td>{[event.document, event.reason, event.source].filter(Boolean).join(' · ')}</td>
            <td className="number">
              <Change baht={event.movement} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={6}>
            {t('sum')}
          </th>
          <td className="number" data-causes={total}>
            <Baht value={total} />
          </td>
        </tr>
        {total === change ? null : (
          <tr>
            <td colSpan={7}>
              <p className={styles['mismatch']} role="alert">
                {t('mismatch')}
              </p>
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

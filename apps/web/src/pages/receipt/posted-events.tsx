import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EventName } from '../../parts/event-name/event-name.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import type { Posting } from './said-posting.ts';
import { receiptTexts } from './texts.ts';

/** The journal lists the others. */
const MOST = 50;

/** The events of the posting, each with the digest by which it is known. */
export function PostedEvents({ posting }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const shown = posting.events.slice(0, MOST);
  const last = posting.more || posting.events.length > MOST ? shown.at(-1) : undefined;
  return (
    <>
      <FigureTable caption={t('events')}>
        <thead>
          <tr>
            <th scope="col">{t('position')}</th>
            <th scope="col">{t('event')}</th>
            <th scope="col" className="number">
              {t('amount')}
            </th>
            <th scope="col">{t('digest')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ position, type, data, digest }) => {
            const amount = data['amount'] ?? data['change'];
            return (
              <tr key={position}>
                <th scope="row">
                  <Link to="/e/$position" params={{ position }}>
                    {position}
                  </Link>
                </th>
                <td>
                  <EventName type={type} />{' '}
                  <span lang="en" className={styles['dimmed']}>
                    {type}
                  </span>
                </td>
                <td className="number">
                  {typeof amount === 'string' ? (
                    <Figure baht={amount} of={{ kind: 'event', position }} />
                  ) : (
                    '-'
                  )}
                </td>
                <td>
                  <code className={styles['digest']}>{digest}</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </FigureTable>
      {last === undefined ? null : (
        <p>
          <Link to="/journal" search={{ order: 'oldest', after: last.position }}>
            {t('more')}
          </Link>
        </p>
      )}
    </>
  );
}

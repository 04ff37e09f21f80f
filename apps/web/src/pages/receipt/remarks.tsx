import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { useMayPost } from '../post/may-post.ts';
import { Files } from './evidence.tsx';
import styles from './page.module.css';
import type { Posting } from './said-posting.ts';
import { receiptTexts } from './texts.ts';

/** Words and files that were added later, each an entry of its own. */
export function Remarks({ posting: { number, remarks } }: { readonly posting: Posting }): ReactNode {
  const t = useTexts(receiptTexts);
  const { time } = useDates();
  const { isPast } = useClocks();
  const mayPost = useMayPost();
  return (
    <section className={styles['panel']}>
      <h2>{t('remarks')}</h2>
      {remarks.length === 0 ? <p className={styles['dimmed']}>{t('noRemarks')}</p> : null}
      <ul className={styles['list']}>
        {remarks.map(({ position, at, actor, text, evidence }) => (
          <li key={position}>
            <p className={styles['dimmed']}>
              {time(at)} · {actor} ·{' '}
              <Link to="/r/$number" params={{ number: position }}>
                {position}
              </Link>
            </p>
            {text === undefined ? null : <p>{text}</p>}
            {evidence === undefined ? null : <Files files={evidence} />}
          </li>
        ))}
      </ul>
      {isPast || !mayPost('remarkAdd') ? null : (
        <p className={styles['noPrint']}>
          <Link
            to="/post/$kind"
            params={{ kind: 'remarkAdd' }}
            search={(before: object) => ({ ...before, position: number })}
          >
            {t('addRemark')}
          </Link>
        </p>
      )}
    </section>
  );
}

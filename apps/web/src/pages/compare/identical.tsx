import type { ReactNode } from 'react';
import { usePlaceWords } from '../../clocks/use-moments.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { compareTexts } from './texts.ts';
import type { Diff } from './use-diff-query.ts';

/** Nothing differs; what was compared is named so that it can be checked. */
export function Identical({ diff: { from, to } }: { readonly diff: Diff }): ReactNode {
  const t = useTexts(compareTexts);
  const words = usePlaceWords();
  const row = (label: string, point: Diff['from']) => (
    <tr>
      <th scope="row">{label}</th>
      <td>{words(point)}</td>
      <td className="number">{point.events ?? '-'}</td>
      <td className={styles['root']}>{point.root ?? t('notSealed')}</td>
    </tr>
  );
  return (
    <>
      <p className={styles['summary']} role="status">
        {t('same')}
      </p>
      <p>{t('sameWhy')}</p>
      <FigureTable caption={t('same')} amounts={false}>
        <thead>
          <tr>
            <th scope="col">{t('side')}</th>
            <th scope="col">{t('place')}</th>
            <th scope="col" className="number">
              {t('events')}
            </th>
            <th scope="col">{t('root')}</th>
          </tr>
        </thead>
        <tbody>
          {row(t('before'), from)}
          {row(t('after'), to)}
        </tbody>
      </FigureTable>
    </>
  );
}

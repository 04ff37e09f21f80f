import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Documents } from './documents.tsx';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import { isForMe, type Row, type Tab, useLastDecided } from './use-inbox.ts';

interface BoxProps {
  readonly tab: Tab;
  readonly rows: readonly Row[];
  readonly opened: string | undefined;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (number: string) => void;
  readonly onSelect: (row: Row, isSelected: boolean) => void;
}

/** The documents of a box; what waits for others stands under what waits for me. */
export function Box({ tab, rows, selected, onSelect, ...opening }: BoxProps): ReactNode {
  const t = useTexts(inboxTexts);
  if (tab === 'done')
    return rows.length === 0 ? (
      <p>{t('noDone')}</p>
    ) : (
      <Documents caption={t('done')} rows={rows} {...opening} />
    );
  if (tab === 'mine')
    return rows.length === 0 ? (
      <p>{t('noMine')}</p>
    ) : (
      <Documents caption={t('mine')} rows={rows} {...opening} />
    );
  const mine = rows.filter(isForMe);
  const others = rows.filter((row) => !isForMe(row));
  return (
    <div>
      {mine.length === 0 ? (
        <Nothing {...opening} />
      ) : (
        <Documents caption={t('me')} rows={mine} {...{ selected, onSelect }} {...opening} />
      )}
      {others.length === 0 ? null : <Documents caption={t('forOthers')} rows={others} {...opening} />}
    </div>
  );
}

/** Nothing waits; what was decided last is shown instead. */
function Nothing(opening: Pick<BoxProps, 'opened' | 'onOpen'>): ReactNode {
  const t = useTexts(inboxTexts);
  const { data } = useLastDecided(true);
  const rows = data?.rows ?? [];
  return (
    <>
      <p className={styles['empty']}>{t('empty')}</p>
      {rows.length === 0 ? null : <Documents caption={t('lastDecided')} rows={rows} {...opening} />}
    </>
  );
}

import type { ReactNode } from 'react';
import { useView } from '../../app/view.ts';
import { Figure } from '../../parts/figure.tsx';
import { printAmount } from '../../texts/amounts.ts';
import { useTexts } from '../../texts/texts.ts';
import { type ChangedCell, cellAddress } from './cell-address.ts';
import styles from './page.module.css';
import { compareTexts } from './texts.ts';
import type { Compared } from './use-compared.ts';

interface SideProps {
  readonly cell: ChangedCell;
  readonly compared: Compared;
  readonly side: 'from' | 'to';
}

/** One side of a changed cell: a figure with its explanation as known then, or that there was nothing. */
export function Side({ cell, compared, side }: SideProps): ReactNode {
  const amount = cell[side];
  if (amount === null) return <>-</>;
  return <Figure baht={amount} of={cellAddress(cell, compared, side)} />;
}

/** A difference with its sign, an arrow and, for whoever hears it, a word. */
export function Change({ baht }: { readonly baht: string }): ReactNode {
  const t = useTexts(compareTexts);
  const { unit } = useView();
  const isLess = baht.startsWith('-');
  const printed = printAmount(baht, unit);
  return (
    <span className={styles['change']} data-change data-more={!isLess || undefined}>
      <span aria-hidden="true" className={styles['arrow']}>
        {isLess ? '▼' : '▲'}
      </span>
      <span className="visually-hidden">{t(isLess ? 'less' : 'more')} </span>
      {isLess ? printed : `+${printed}`}
    </span>
  );
}

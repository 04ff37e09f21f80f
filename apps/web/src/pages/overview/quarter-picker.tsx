import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Quarter, QUARTERS } from '#kernel';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { overviewTexts } from './texts.ts';

/** Up to the end of which quarter the figures go; in the address. */
export function QuarterPicker({ quarter }: { readonly quarter: Quarter }): ReactNode {
  const t = useTexts(overviewTexts);
  return (
    <nav className={styles['quarters']} aria-label={t('quarters')}>
      <span>{t('quarters')}</span>
      {QUARTERS.map((each) => (
        <Link
          key={each}
          to="."
          search={(before: object) => ({ ...before, q: each })}
          aria-current={each === quarter ? 'page' : undefined}
          className={styles['quarter']}
          resetScroll={false}
        >
          {t('quarter', { quarter: each.slice(1) })}
        </Link>
      ))}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts.ts';
import styles from './skeleton.module.css';
import { partTexts } from './texts.ts';

interface SkeletonProps {
  /** What is on its way, for whoever hears the page. */
  readonly label?: string;
  readonly lines?: number | undefined;
}

/** Holds the place of what is on its way; shows after a moment, so that what is quick does not flicker. */
export function Skeleton({ label, lines = 8 }: SkeletonProps): ReactNode {
  const t = useTexts(partTexts);
  return (
    <div className={styles['skeleton']} role="status" data-loading>
      <span className="visually-hidden">{label ?? t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['line']} />
      ))}
    </div>
  );
}

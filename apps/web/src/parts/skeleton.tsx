import type { ReactNode } from 'react';
import styles from './skeleton.module.css';

/** Holds the place of what is on its way; shows after a moment, so that what is quick does not flicker. */
export function Skeleton({
  label,
  lines = 8,
}: {
  readonly label: string;
  readonly lines?: number;
}): ReactNode {
  return (
    <div className={styles['skeleton']} role="status" data-loading>
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['line']} />
      ))}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** What a button among many like it is about, for those who hear it without its row. */
export function Of({ what }: { readonly what: string }): ReactNode {
  return (
    <span className={styles['within']}>
      <span className="visually-hidden"> {what}</span>
    </span>
  );
}

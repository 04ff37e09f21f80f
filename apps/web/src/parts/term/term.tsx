import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { TermId } from '#glossary';
import styles from './term.module.css';

const TermPanel = lazy(() => import('../../pages/glossary/term-panel.tsx'));

interface TermProps {
  readonly id: TermId;
  readonly children: ReactNode;
}

/** A word that the glossary explains: underlined, and opens its meaning beside the page. */
export function Term({ id, children }: TermProps): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles['term']}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open ? (
        <Suspense>
          <TermPanel
            id={id}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}

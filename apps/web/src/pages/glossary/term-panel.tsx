import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isTermId, type TermId } from '#glossary';
import { Drawer } from '../../parts/overlay.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { TermText } from './term-text.tsx';
import { glossaryTexts } from './texts.ts';

interface TermPanelProps {
  readonly id: TermId;
  readonly onClose: () => void;
}

/** One word beside the page. */
export default function TermPanel({ id, onClose }: TermPanelProps): ReactNode {
  const t = useTexts(glossaryTexts);
  return (
    <Drawer opened onClose={onClose} title={t('title')} size="md">
      <dl className={styles['terms']}>{isTermId(id) ? <TermText id={id} /> : null}</dl>
      <Link to="/glossary" hash={`term-${id}`} onClick={onClose}>
        {t('all')}
      </Link>
    </Drawer>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { markTexts } from './texts.ts';
import { standingOf, useVerified, useVerifiedWords } from './use-verified.ts';
import styles from './verified-mark.module.css';

const SHAPES = { sound: '✓', stale: '!', findings: '✗', failed: '!', never: '–' } as const;

/** On every page: up to where the ledger was verified, when and by which verifier; leads to the audit page. */
export function VerifiedMark(): ReactNode {
  const t = useTexts(markTexts);
  const words = useVerifiedWords();
  const { data } = useVerified();
  if (data === undefined) return null;
  const standing = standingOf(data);
  return (
    <Link to="/audit" className={styles['mark']} data-verified={standing}>
      <span aria-hidden="true">{SHAPES[standing]}</span> {words(data)}
      {data.underway === null ? null : ` · ${t('underway')}`}
    </Link>
  );
}

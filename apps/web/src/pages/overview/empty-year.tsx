import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useTexts } from '../../texts/texts.ts';
import { overviewTexts } from './texts.ts';

/** A year without an account: how to begin; of a year in the past that there was nothing. */
export function EmptyYear(): ReactNode {
  const t = useTexts(overviewTexts);
  const { isPast } = useClocks();
  if (isPast) return <p>{t('emptyPast')}</p>;
  return (
    <>
      <p>{t('empty')}</p>
      <ol>
        <li>
          <Link to="/import">{t('stepImport')}</Link>
        </li>
        <li>
          <Link to="/post">{t('stepAllocate')}</Link>
        </li>
        <li>
          <Link to="/post">{t('stepPlan')}</Link>
        </li>
      </ol>
    </>
  );
}

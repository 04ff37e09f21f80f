import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useSetView } from '../app/view.ts';
import { useTexts } from '../texts/texts.ts';
import { EffectiveSelect } from './effective-select.tsx';
import { MomentSelect } from './moment-select.tsx';
import { clockTexts } from './texts.ts';
import styles from './time-bar.module.css';
import { useClocks } from './use-clocks.ts';
import { inAddress, useMoments, useResolved } from './use-moments.ts';

/** The two clocks of the page, and the way to compare what they show. */
export function TimeBar(): ReactNode {
  const t = useTexts(clockTexts);
  const { known, effectiveTo } = useClocks();
  const setView = useSetView();
  useKnownAsPosition();
  return (
    <div className={styles['bar']} role="group" aria-label={t('clocks')}>
      <MomentSelect
        label={t('known')}
        value={known}
        onChange={(position) => {
          setView({ known: position });
        }}
      />
      <EffectiveSelect
        label={t('effective')}
        value={effectiveTo}
        onChange={(day) => {
          setView({ to: day });
        }}
      />
      <CompareLink />
    </div>
  );
}

/** A date or the code of a report in the address becomes the position that it means: that never changes. */
function useKnownAsPosition(): void {
  const { known } = useClocks();
  const navigate = useNavigate();
  const named = known !== undefined && !/^\d+$/.test(known) ? known : undefined;
  const { data } = useResolved(named);
  const position = named === undefined ? undefined : data?.knownAt.position;
  useEffect(() => {
    if (named === undefined || position === undefined) return;
    const moment = inAddress(named, position);
    if (moment === named) return;
    const search = (before: Record<string, unknown>) => ({ ...before, known: moment });
    void navigate({ to: '.', search, replace: true, resetScroll: false });
  }, [named, navigate, position]);
}

/** What the page shows against now; a page of now against the last report. */
function CompareLink(): ReactNode {
  const t = useTexts(clockTexts);
  const { known } = useClocks();
  const moments = useMoments();
  const from = known ?? moments?.find(({ kind }) => kind === 'report' || kind === 'published')?.position;
  const search = (before: Record<string, unknown>) => ({
    ...before,
    known: undefined,
    a: from,
    b: undefined,
  });
  return (
    <Link to="/compare" search={search} className={styles['compare']}>
      {t('compareWith')}
    </Link>
  );
}

import type { ReactNode } from 'react';
import { useSetView } from '../app/view.ts';
import { useDates } from '../texts/dates.ts';
import { useTexts } from '../texts/texts.ts';
import styles from './past-band.module.css';
import { clockTexts } from './texts.ts';
import { useClocks } from './use-clocks.ts';
import { useMoments, usePlaceWords, useResolved } from './use-moments.ts';

/** Says of a page about the past that it is one, and leads back; printed, it says so across the page. */
export function PastBand(): ReactNode {
  const { known, effectiveTo } = useClocks();
  if (known !== undefined) return <Past known={known} />;
  return effectiveTo === undefined ? null : <UpTo day={effectiveTo} />;
}

function Past({ known }: { readonly known: string }): ReactNode {
  const t = useTexts(clockTexts);
  const { date } = useDates();
  const setView = useSetView();
  const { effectiveTo } = useClocks();
  const moment = useMomentWords(known);
  const upTo = effectiveTo === undefined ? '' : ` · ${t('effectiveBand', { day: date(effectiveTo) })}`;
  const said = `${t('pastBand', { moment })}${upTo}`;
  return (
    <>
      <div className={styles['band']} role="status" data-past>
        <span className={styles['moment']} title={said}>
          {said}
        </span>
        <span className={styles['why']}>{t('noPosting')}</span>
        <button
          type="button"
          onClick={() => {
            setView({ known: undefined });
          }}
        >
          {t('backToNow')}
        </button>
      </div>
      <div className={styles['watermark']} aria-hidden="true">
        {t('watermark', { moment })}
      </div>
    </>
  );
}

/** All is known, but only a part is counted: said as quietly as it is harmless. */
function UpTo({ day }: { readonly day: string }): ReactNode {
  const t = useTexts(clockTexts);
  const { date } = useDates();
  const setView = useSetView();
  return (
    <div className={styles['note']} role="status">
      <span>{t('effectiveBand', { day: date(day) })}</span>
      <button
        type="button"
        onClick={() => {
          setView({ to: undefined });
        }}
      >
        {t('allDates')}
      </button>
    </div>
  );
}

/** The moment by its name and by its place in the log. */
function useMomentWords(known: string): string {
  const words = usePlaceWords();
  const { data } = useResolved(known);
  const place = words(data?.knownAt ?? { position: known });
  const named = useMoments()?.find(({ position }) => position === known);
  return named === undefined ? place : `${named.label} · ${place}`;
}

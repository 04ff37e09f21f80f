import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { useClocks } from '../../clocks/use-clocks.ts';
import { useMomentsAnswer, useResolved } from '../../clocks/use-moments.ts';
import { Page } from '../../parts/page.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { BoardReport } from './board-report.tsx';
import { ChangedCells } from './changed-cells.tsx';
import { ChangedLink } from './changed-link.tsx';
import type { Publication } from './publication.ts';
import { PublishedFiles } from './published-files.tsx';
import styles from './page.module.css';
import { Receipt } from './receipt.tsx';
import { reportsTexts } from './texts.ts';
import { withoutClock } from './without-clock.ts';

/** A report as it was published, and whether it still holds. Always about the past: its clock stands. */
export default function PublishedReportPage(): ReactNode {
  const t = useTexts(reportsTexts);
  const { number = '' }: { readonly number?: string } = useParams({ strict: false });
  const path = { number };
  const told = useAnswer('/api/v1/publications/{number}', { params: { path } });
  const page = useAnswer('/api/v1/publications/{number}/page', { params: { path } });
  const moment = useResolved(told.data?.knownAt);
  const moments = useMomentsAnswer();
  // The band above comes with all its words, and the report when the band is there: it does not move when it is read.
  const isNamed = moment.data !== undefined && !moments.isFetching;
  const stands = useFrozenClock(isNamed ? told.data?.knownAt : undefined);
  const actions = (
    <>
      <Button
        variant="default"
        onClick={() => {
          print();
        }}
      >
        {t('print')}
      </Button>
      <Link to="/reports" search={withoutClock}>
        {t('all')}
      </Link>
    </>
  );
  return (
    <Page title={t('publishedReport', { number })} answers={[told, page, moment]} actions={actions}>
      {() =>
        told.data === undefined || page.data === undefined || !stands ? (
          <Skeleton />
        ) : (
          <>
            <div className={styles['aside']}>
              <Frozen told={told.data} />
            </div>
            <BoardReport html={page.data.html} css={page.data.css} />
            <div className={styles['aside']}>
              <PublishedFiles told={told.data} />
              <Receipt told={told.data} />
              <ChangedCells told={told.data} />
            </div>
          </>
        )
      }
    </Page>
  );
}

/**
 * Every figure of the report is explained as it was known when the report was made: whether the clock stands there.
 * Back to now leads to the list.
 */
function useFrozenClock(position: string | undefined): boolean {
  const { known } = useClocks();
  const navigate = useNavigate();
  const stood = useRef(false);
  useEffect(() => {
    if (position === undefined || known === position) {
      stood.current = position !== undefined;
      return;
    }
    if (stood.current && known === undefined) {
      void navigate({ to: '/reports', search: withoutClock });
      return;
    }
    const search = (before: Record<string, unknown>) => ({ ...before, known: position });
    void navigate({ to: '.', search, replace: true, resetScroll: false });
  }, [known, navigate, position]);
  return position !== undefined && known === position;
}

function Frozen({ told }: { readonly told: Publication }): ReactNode {
  const t = useTexts(reportsTexts);
  const { time } = useDates();
  const { digest }: { readonly digest?: unknown } = useSearch({ strict: false });
  const { changed, figuresDigest } = told;
  return (
    <div className={styles['band']} role="status">
      <span>{t('frozen', { time: time(told.publishedAt), position: told.position })}</span>
      <strong>{changed === 0 ? t('nothingChanged') : t('changedSince', { n: changed })}</strong>
      {changed === 0 ? null : <ChangedLink row={told}>{t('compare')}</ChangedLink>}
      {digest === undefined ? null : (
        <span>{t(digest === figuresDigest ? 'digestMatches' : 'digestDiffers')}</span>
      )}
    </div>
  );
}

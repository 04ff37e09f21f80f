import { Alert, Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import type { PostingState } from '../../sheets/use-posting-sheet.ts';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { reviewTexts } from './texts.ts';

interface PostingProgressProps {
  readonly state: PostingState;
  /** Asks again for the outcome of what was sent. */
  readonly askAgain: () => void;
}

/** How far a sheet that was sent has come: nothing counts as recorded before the ledger says so. */
export function PostingProgress({ state, askAgain }: PostingProgressProps): ReactNode {
  const t = useTexts(reviewTexts);
  if (state.kind === 'idle') return null;
  if (state.kind === 'unknown') {
    return (
      <Alert color="yellow" role="status">
        {t('unknown')}
      </Alert>
    );
  }
  if (state.kind === 'unanswered') {
    return (
      <Alert color="yellow" role="status">
        <p>{t('unanswered')}</p>
        <Button variant="default" onClick={askAgain}>
          {t('askAgain')}
        </Button>
      </Alert>
    );
  }
  if (state.kind === 'refused') {
    return (
      <div>
        <Alert color="red" role="alert">
          {t('refused')}
        </Alert>
        <ProblemPanel error={state.error} />
      </div>
    );
  }
  const { decided, of } = state;
  return (
    <div className={styles['progress']} role="status">
      <p>{of === 0 ? t('sending') : t('decided', { decided, of })}</p>
      <Progress value={of === 0 ? 0 : (100 * decided) / of} aria-label={t('sending')} animated />
    </div>
  );
}

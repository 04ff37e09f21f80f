import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/use-answer.ts';
import { useTexts } from '../../texts/texts.ts';
import { useJournalView } from './filter.ts';
import styles from './page.module.css';
import { grouped } from './summary.tsx';
import { journalTexts } from './texts.ts';

type Answer = AnswerOf<'/api/v1/journal'>;

/** The ways on: before and after what is shown, never a page of a growing log by its number. */
export function Pager({ answer: { next, previous, reached } }: { readonly answer: Answer }): ReactNode {
  const t = useTexts(journalTexts);
  return (
    <>
      {reached === null ? null : <p role="status">{t('reached', { position: grouped(reached) })}</p>}
      <nav className={styles['pager']} aria-label={t('pages')}>
        <Way text={t('previous')} to={previous} />
        <Way text={t('next')} to={next} />
      </nav>
    </>
  );
}

function Way({ text, to }: { readonly text: string; readonly to: Answer['next'] }): ReactNode {
  const { move } = useJournalView();
  return (
    <Button
      variant="default"
      disabled={to === null}
      onClick={() => {
        move({ ...to });
        document.getElementById('main')?.scrollIntoView();
      }}
    >
      {text}
    </Button>
  );
}

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import RefusalWords from '../../refusals/refusal-words.tsx';
import { useTexts } from '../../texts/texts.ts';
import styles from './page.module.css';
import { inboxTexts } from './texts.ts';
import type { Outcome } from './use-decide.ts';

interface OutcomeProps {
  readonly outcome: Outcome | undefined;
  readonly onAskAgain: () => void;
}

/** What became of one document that was sent. */
export function OutcomeWords({ outcome, onAskAgain }: OutcomeProps): ReactNode {
  const t = useTexts(inboxTexts);
  switch (outcome?.kind) {
    case undefined:
      return null;
    case 'sending':
      return <span>{t('sending')}</span>;
    case 'asking':
      return <span>{t('unknown')}</span>;
    case 'unknown':
      return (
        <>
          {t('stillUnknown')}{' '}
          <Button size="compact-sm" variant="default" onClick={onAskAgain}>
            {t('askAgain')}
          </Button>
        </>
      );
    case 'recorded':
      return (
        <Link to="/r/$number" params={{ number: outcome.position }}>
          <span aria-hidden="true">● </span>
          {t('recorded', { position: outcome.position })}
        </Link>
      );
    case 'refused': {
      const { code, body, message } = outcome.problem;
      return (
        <span className={styles['bad']}>
          <span aria-hidden="true">▲ </span>
          <RefusalWords {...{ code, body, message }} /> ({code})
        </span>
      );
    }
  }
}

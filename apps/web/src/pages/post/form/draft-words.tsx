import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import styles from '../page.module.css';
import { postTexts } from '../texts.ts';
import type { DraftState } from './use-draft.ts';

interface DraftWordsProps {
  readonly state: DraftState;
  readonly onReadAgain: () => void;
  readonly onDiscard: () => void;
}

/** Whether what is typed is kept. */
export function DraftWords({ state, onReadAgain, onDiscard }: DraftWordsProps): ReactNode {
  const t = useTexts(postTexts);
  const elsewhere = state === 'elsewhere';
  return (
    <div className={styles['panel']} data-draft={state}>
      <p role={elsewhere ? 'alert' : 'status'} className={elsewhere ? undefined : styles['dimmed']}>
        {t(`draft.${state}`)}
      </p>
      {elsewhere ? (
        <Button variant="default" size="xs" onClick={onReadAgain}>
          {t('readAgain')}
        </Button>
      ) : null}
      {state === 'kept' ? (
        <Button variant="subtle" size="xs" onClick={onDiscard}>
          {t('discard')}
        </Button>
      ) : null}
    </div>
  );
}

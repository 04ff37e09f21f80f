import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Page } from '../parts/page.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { useTexts } from '../texts/texts.ts';
import { shellTexts } from './texts.ts';

/** A page that broke says so and can be tried again; the ledger is not touched by it. */
export function PageFailed({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useTexts(shellTexts);
  return (
    <Page title={t('broken')}>
      <ProblemPanel error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
    </Page>
  );
}

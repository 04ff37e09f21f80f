import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NoAnswer } from '../api/problem.ts';
import { Page } from '../parts/page.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { useTexts } from '../texts/texts.ts';
import { shellTexts } from './texts.ts';

/** What came of a page only in part is kept by the browser: all of it is loaded anew, as soon as it is there to be had. */
const loadAnew = (): void => {
  fetch(location.href).then(
    () => location.reload(),
    () => undefined,
  );
};

/** A page that broke, or did not arrive, says so and can be tried again; the ledger is not touched by it. */
export function PageFailed({ error }: ErrorComponentProps): ReactNode {
  const t = useTexts(shellTexts);
  return (
    <Page title={t(error instanceof NoAnswer ? 'notLoaded' : 'broken')}>
      <ProblemPanel error={error instanceof Error ? error : new Error(String(error))} retry={loadAnew} />
    </Page>
  );
}

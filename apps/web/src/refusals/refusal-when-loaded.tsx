import { lazy, type ReactNode, Suspense } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import type { RefusalWordsProps } from './refusal-words.tsx';

const inEnglish = ({ message }: RefusalWordsProps): ReactNode => <span lang="en">{message}</span>;

// Every page can be refused, and few are: the sentences come when one is. Without them it is said as the ledger says it.
const RefusalWords = lazy(() => import('./refusal-words.tsx').catch(() => ({ default: inEnglish })));

/** A refusal in the language of the page, for parts that stand on every page. */
export function RefusalWhenLoaded({ problem }: { readonly problem: ApiProblem }): ReactNode {
  const { code, body, message } = problem;
  return (
    <Suspense>
      <RefusalWords {...{ code, body, message }} />
    </Suspense>
  );
}

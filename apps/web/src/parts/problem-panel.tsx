import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { leavesUnknown } from '../api/outcome.ts';
import { ApiProblem, NoAnswer } from '../api/problem.ts';
import { RefusalWhenLoaded } from '../refusals/refusal-when-loaded.tsx';
import { useTexts } from '../texts/texts.ts';
import { NoRight } from './no-right.tsx';
import { partTexts } from './texts.ts';

interface ProblemPanelProps {
  readonly error: Error;
  readonly retry?: (() => void) | undefined;
}

/** Says what failed, whether anything was recorded, the reference for whoever helps, and how to try again. */
export function ProblemPanel({ error, retry }: ProblemPanelProps): ReactNode {
  const t = useTexts(partTexts);
  const problem = error instanceof ApiProblem ? error : undefined;
  if (problem?.isForbidden === true) return <NoRight problem={problem} />;
  const isMissing = problem?.status === 404;
  return (
    <Alert color={isMissing ? 'yellow' : 'red'} role="alert" title={t(isMissing ? 'missing' : 'failed')}>
      <p>
        <Why error={error} />
      </p>
      {problem === undefined ? null : (
        <p>
          {t('code', { code: problem.code })}
          {problem.reference === undefined ? '' : ` · ${t('reference', { reference: problem.reference })}`}
        </p>
      )}
      {isMissing || leavesUnknown(error, false) ? null : <p>{t('nothingRecorded')}</p>}
      {retry === undefined || isMissing ? null : (
        <Button variant="default" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </Alert>
  );
}

function Why({ error }: { readonly error: Error }): ReactNode {
  const t = useTexts(partTexts);
  // What stands before the ledger, such as a proxy, answered in its place.
  const isUnreached = error instanceof ApiProblem && error.status >= 500 && !error.isOfLedger;
  if (error instanceof NoAnswer || isUnreached) return t('noAnswer');
  return error instanceof ApiProblem ? (
    <RefusalWhenLoaded problem={error} />
  ) : (
    <span lang="en">{error.message}</span>
  );
}

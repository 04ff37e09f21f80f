import { Alert, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { leavesUnknown } from '../api/outcome.ts';
import { ApiProblem, NoAnswer } from '../api/problem.ts';
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
      <p lang="en">{error instanceof NoAnswer ? t('noAnswer') : error.message}</p>
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

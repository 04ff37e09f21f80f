import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { reportsTexts } from './texts.ts';

interface ChangedLinkProps {
  readonly row: {
    readonly changed: number;
    readonly knownAt: string;
    readonly quarter: string;
    readonly fiscalYear: number;
  };
  /** Instead of the number of cells. */
  readonly children?: ReactNode;
}

/** How many cells say something else now; leads to what was published beside what is known now. */
export function ChangedLink({ row, children }: ChangedLinkProps): ReactNode {
  const t = useTexts(reportsTexts);
  const { changed, knownAt, quarter, fiscalYear } = row;
  if (changed === 0 && children === undefined) return t('unchanged');
  const search = (before: Record<string, unknown>) => ({
    ...before,
    ...{ known: undefined, explain: undefined, digest: undefined },
    ...{ fy: fiscalYear, a: knownAt, b: 'now', q: quarter },
  });
  return (
    <Link to="/compare" search={search}>
      {children ?? t('cells', { n: changed })}
    </Link>
  );
}

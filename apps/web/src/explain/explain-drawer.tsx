import { type ReactNode, useState } from 'react';
import { useSetView } from '../app/view.ts';
import { failureOf } from '../api/problem.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Drawer } from '../parts/overlay.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useTexts } from '../texts/texts.ts';
import { useExplained } from './address.ts';
import { Explanation } from './explanation.tsx';
import { explainTexts } from './texts.ts';

type Query = Parameters<typeof useAnswer<'/api/v1/explain'>>[1]['params']['query'];

/** Entries at first, after one click, and after another. */
const LIMITS = ['100', '1000', '10000'] as const;

/** Beside the page: what the figure is that was clicked, and why. Its address is part of the address of the page. */
export default function ExplainDrawer(): ReactNode {
  const t = useTexts(explainTexts);
  const setView = useSetView();
  const explained = useExplained();
  const [pages, setPages] = useState(0);
  if (explained === undefined) return null;
  return (
    <Drawer opened onClose={() => setView({ explain: undefined })} title={t('title')}>
      <Answered
        key={JSON.stringify(explained.query)}
        query={{ ...explained.query, limit: LIMITS[pages] ?? '10000' } as Query}
        more={pages + 1 < LIMITS.length ? () => setPages(pages + 1) : undefined}
      />
    </Drawer>
  );
}

function Answered({
  query,
  more,
}: {
  readonly query: Query;
  readonly more: (() => void) | undefined;
}): ReactNode {
  const t = useTexts(explainTexts);
  const answer = useAnswer('/api/v1/explain', { params: { query } }, { keep: true });
  const error = failureOf(answer);
  if (error !== null) return <ProblemPanel error={error} retry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Skeleton label={t('loading')} />;
  return <Explanation told={answer.data} query={query} more={more} />;
}

import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { failureOf } from '../api/problem.ts';
import { useClocks } from '../clocks/use-clocks.ts';
import { useTexts } from '../texts/texts.ts';
import { ProblemPanel } from './problem-panel.tsx';
import styles from './page.module.css';
import { Skeleton } from './skeleton.tsx';
import { partTexts } from './texts.ts';

interface PageProps {
  readonly title: string;
  /** Stands before the title of the window, such as «ผิดพลาด: ». */
  readonly titlePrefix?: string;
  /** What stands beside the heading: buttons, links. */
  readonly actions?: ReactNode;
  /** Answers that the page needs: a skeleton until they are there, the problem when one failed. */
  readonly answers?: readonly Pick<
    UseQueryResult,
    'isPending' | 'data' | 'error' | 'refetch' | 'fetchStatus'
  >[];
  readonly children: ReactNode | (() => ReactNode);
}

/** A page: its heading, and its content once all answers are there. Give a function when the content needs them. */
export function Page({ title, titlePrefix = '', actions, answers = [], children }: PageProps): ReactNode {
  const t = useTexts(partTexts);
  const { isPast } = useClocks();
  const prefix = `${titlePrefix}${isPast ? t('pastTitle') : ''}`;
  useEffect(() => {
    document.title = `${prefix}${title} · Obligo`;
  }, [title, prefix]);
  return (
    <main className={styles['page']} id="main" tabIndex={-1}>
      <div className={styles['head']}>
        <h1>{title}</h1>
        {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
      </div>
      <Content answers={answers}>{children}</Content>
    </main>
  );
}

interface ContentProps extends Required<Pick<PageProps, 'answers' | 'children'>> {
  /** About as many as the content will have, so that what stands below stays where it is. */
  readonly lines?: number;
}

/** A part of a page that stands when its answers are there; the rest of the page stays. */
export function Content({ answers, children, lines }: ContentProps): ReactNode {
  for (const answer of answers) {
    const error = failureOf(answer);
    if (error !== null) return <ProblemPanel error={error} retry={() => void answer.refetch()} />;
  }
  if (answers.some(({ isPending, fetchStatus }) => isPending && fetchStatus !== 'idle'))
    return <Skeleton lines={lines} />;
  return typeof children === 'function' ? children() : children;
}

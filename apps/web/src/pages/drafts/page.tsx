import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { type AnswerOf, useAnswer } from '../../api/use-answer.ts';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useDates } from '../../texts/dates.ts';
import { useTexts } from '../../texts/texts.ts';
import { DraftLink } from './draft-link.tsx';
import { draftsTexts } from './texts.ts';

type Draft = AnswerOf<'/api/v1/desk/drafts'>['drafts'][number];

const DAY_MS = 86_400_000;

/** What I have typed and not sent, with its age. */
export default function DraftsPage(): ReactNode {
  const t = useTexts(draftsTexts);
  const answer = useAnswer('/api/v1/desk/drafts', {});
  return (
    <Page title={t('title')} answers={[answer]}>
      {() => <Drafts drafts={answer.data?.drafts ?? []} now={answer.dataUpdatedAt} />}
    </Page>
  );
}

interface DraftsProps {
  readonly drafts: readonly Draft[];
  /** When they were read, in milliseconds: their age is counted to here. */
  readonly now: number;
}

function Drafts({ drafts, now }: DraftsProps): ReactNode {
  const t = useTexts(draftsTexts);
  if (drafts.length === 0) {
    return (
      <p>
        {t('none')} · <Link to="/post">{t('begin')}</Link>
      </p>
    );
  }
  return (
    <FigureTable caption={t('caption')} amounts={false}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('changed')}</th>
          <th scope="col">{t('age')}</th>
          <th scope="col">{t('act')}</th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} now={now} />
        ))}
      </tbody>
    </FigureTable>
  );
}

interface DraftRowProps {
  readonly draft: Draft;
  readonly now: number;
}

function DraftRow({ draft: { id, kind, title, createdAt, changedAt }, now }: DraftRowProps): ReactNode {
  const t = useTexts(draftsTexts);
  const { time } = useDates();
  const queries = useQueryClient();
  const discarding = useMutation({
    mutationFn: async () =>
      answerOf(await api.DELETE('/api/v1/desk/drafts/{draft}', { params: { path: { draft: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/api/v1/desk/drafts'] }),
  });
  return (
    <tr>
      <th scope="row">
        <DraftLink id={id} kind={kind} title={title} />
      </th>
      <td className="moment">{time(changedAt)}</td>
      <td>{t('days', { n: Math.floor((now - Date.parse(createdAt)) / DAY_MS) })}</td>
      <td>
        <Button
          variant="default"
          size="xs"
          aria-label={t('discardOf', { title })}
          loading={discarding.isPending}
          onClick={() => discarding.mutate()}
        >
          {t('discard')}
        </Button>
        {discarding.error === null ? null : <ProblemPanel error={discarding.error} />}
      </td>
    </tr>
  );
}

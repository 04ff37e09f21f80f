import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { IN_WORK, RECORDED } from '../../sheets/drafts.ts';
import { readDraft } from '../post/form/use-draft.ts';
import { DRAFT_KIND } from '../reports/use-report-draft.ts';

interface DraftLinkProps {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

/** Leads to the page of a draft; which form a posting has stands in the draft itself. */
export function DraftLink({ id, kind, title }: DraftLinkProps): ReactNode {
  if (kind === IN_WORK || kind === RECORDED) {
    return (
      <Link to="/import/$id" params={{ id }}>
        {title}
      </Link>
    );
  }
  if (kind === DRAFT_KIND) {
    return (
      <Link to="/reports/new" search={{ draft: id }}>
        {title}
      </Link>
    );
  }
  return <PostingLink id={id} title={title} />;
}

function PostingLink({ id, title }: Pick<DraftLinkProps, 'id' | 'title'>): ReactNode {
  const navigate = useNavigate();
  const opening = useMutation({
    mutationFn: () => readDraft(id),
    onSuccess: (draft) =>
      draft
        ? navigate({ to: '/post/$kind', params: { kind: draft.form }, search: { draft: id } })
        : undefined,
  });
  return (
    <>
      <a
        href={`/drafts#${id}`}
        onClick={(event) => {
          event.preventDefault();
          opening.mutate();
        }}
      >
        {title}
      </a>
      {opening.error === null ? null : <ProblemPanel error={opening.error} />}
    </>
  );
}

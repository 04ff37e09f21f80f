import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
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
  const navigate = useNavigate();
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
  const open = async () => {
    const draft = await readDraft(id);
    if (draft) await navigate({ to: '/post/$kind', params: { kind: draft.form }, search: { draft: id } });
  };
  return (
    <a
      href={`/drafts#${id}`}
      onClick={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      {title}
    </a>
  );
}

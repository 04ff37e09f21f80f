import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { answerOf, api } from '../../api/client.ts';
import { findDraft } from '../../api/find-draft.ts';
import { newKey } from '../../api/idempotency-key.ts';
import { useIsSomebodyElse } from '../../api/session.ts';

export const DRAFT_KIND = 'report';

const form = z.strictObject({
  /** The organisation that it is for; absent where the ledger had none yet. */
  organisation: z.string().optional(),
  fiscalYear: z.string(),
  report: z.string(),
  template: z.enum(['board', 'summary']),
  language: z.enum(['th', 'en']),
  /** The end of the day of the report when absent. */
  knownAt: z.string().optional(),
  title: z.string(),
  foreword: z.string(),
  reason: z.string(),
  /** Born with the draft: however often it is sent, it is published once. */
  key: z.string(),
});

/** What somebody chose and typed for a report that is to be published. */
export type ReportDraft = z.infer<typeof form>;

export const emptyDraft = (
  organisation: string | undefined,
  fiscalYear: string,
  report: string,
): ReportDraft => ({
  ...(organisation === undefined ? {} : { organisation }),
  ...{ fiscalYear, report, template: 'board', language: 'th', title: '', foreword: '', reason: '' },
  key: newKey(),
});

interface Kept {
  readonly draft: ReportDraft;
  readonly revision: number;
}

/** The draft of this identity; nothing when there is none, or none that this page can read. */
export async function readReportDraft(id: string): Promise<Kept | null> {
  const kept = await findDraft(id);
  if (!kept) return null;
  const read = form.safeParse(JSON.parse(kept.content));
  return read.success ? { draft: read.data, revision: kept.revision } : null;
}

export type DraftState = 'new' | 'changed' | 'kept' | 'failed';

const PAUSE_MS = 600;

/** Keeps the draft on the server a moment after each change. `titleOf` says how the list of drafts calls it. */
export function useReportDraft(id: string, first: Kept, titleOf: (draft: ReportDraft) => string) {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(first.draft);
  const [state, setState] = useState<DraftState>(first.revision === 0 ? 'new' : 'kept');
  const revision = useRef(first.revision);
  const unsaved = useRef<{ readonly draft: ReportDraft; readonly title: string }>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const isSomebodyElse = useIsSomebodyElse();

  const save = useCallback(
    (keepalive: boolean) => {
      const typed = unsaved.current;
      if (typed === undefined || isSomebodyElse()) return;
      unsaved.current = undefined;
      const write = async () => {
        const content = JSON.stringify(typed.draft);
        const body = { kind: DRAFT_KIND, title: typed.title, content, revision: revision.current };
        const params = { path: { draft: id } };
        const kept = answerOf(await api.PUT('/api/v1/desk/drafts/{draft}', { params, body, keepalive }));
        revision.current = kept.revision;
        setState('kept');
        await queries.invalidateQueries({ queryKey: ['/api/v1/desk/drafts'] });
      };
      saving.current = saving.current.then(write).catch(() => {
        unsaved.current ??= typed;
        setState('failed');
      });
    },
    [id, isSomebodyElse, queries],
  );

  useEffect(() => {
    if (unsaved.current === undefined) return undefined;
    const timer = setTimeout(() => {
      save(false);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, save]);

  useEffect(() => {
    const leave = () => {
      save(true);
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  return {
    draft,
    state,
    change: (change: Partial<ReportDraft>) => {
      const next = { ...draft, ...change };
      unsaved.current = { draft: next, title: titleOf(next).slice(0, 200) };
      setDraft(next);
      setState('changed');
    },
    /** Throws the draft away, once the report is published. */
    discard: async () => {
      unsaved.current = undefined;
      await saving.current;
      if (revision.current === 0) return;
      await api.DELETE('/api/v1/desk/drafts/{draft}', { params: { path: { draft: id } } });
      await queries.invalidateQueries({ queryKey: ['/api/v1/desk/drafts'] });
    },
  };
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../../../api/client.ts';
import { findDraft } from '../../../api/find-draft.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useIsSomebodyElse } from '../../../api/session.ts';
import type { Values } from './values.ts';

/** What a draft of a form holds. */
export interface DraftContent {
  /** The command, by operation. */
  readonly form: string;
  /** The organisation that it is for; absent where the ledger had none yet. */
  readonly organisation?: string | undefined;
  readonly values: Values;
}

export interface KeptDraft extends DraftContent {
  /** 0 for a draft that is not kept yet. */
  readonly revision: number;
  readonly changedAt?: string;
}

export type DraftState = 'new' | 'changed' | 'kept' | 'elsewhere' | 'failed';

const PAUSE_MS = 600;

/** Reads a draft; nothing when there is none of this identity. */
export async function readDraft(id: string): Promise<KeptDraft | null> {
  const draft = await findDraft(id);
  if (!draft) return null;
  const content = JSON.parse(draft.content) as DraftContent;
  return { ...content, revision: draft.revision, changedAt: draft.changedAt };
}

/** Keeps what is typed on the server, a moment after the last key and when the page is left. */
export function useDraft(id: string, first: KeptDraft, titleOf: (values: Values) => string) {
  const { form, organisation } = first;
  const [values, setValues] = useState(first.values);
  const [state, setState] = useState<DraftState>(first.revision === 0 ? 'new' : 'kept');
  const revision = useRef(first.revision);
  const unsaved = useRef<Values>(undefined);
  const saving = useRef<Promise<void>>(Promise.resolve());
  const titles = useRef(titleOf);
  useEffect(() => {
    titles.current = titleOf;
  });
  const queries = useQueryClient();
  const isSomebodyElse = useIsSomebodyElse();

  const save = useCallback(
    (keepalive: boolean) => {
      const typed = unsaved.current;
      if (typed === undefined || isSomebodyElse()) return;
      unsaved.current = undefined;
      const write = async () => {
        const content = JSON.stringify({ form, organisation, values: typed } satisfies DraftContent);
        const title = titles.current(typed).slice(0, 200);
        const body = { kind: 'post', title, content, revision: revision.current };
        const params = { path: { draft: id } };
        const kept = answerOf(await api.PUT('/api/v1/desk/drafts/{draft}', { params, body, keepalive }));
        revision.current = kept.revision;
        if (unsaved.current === undefined) setState('kept');
        void queries.invalidateQueries({ queryKey: ['/api/v1/desk/drafts'] });
      };
      saving.current = saving.current.then(write).catch((error: unknown) => {
        const elsewhere = error instanceof ApiProblem && error.code === 'draft-changed-elsewhere';
        if (!elsewhere) unsaved.current ??= typed;
        setState(elsewhere ? 'elsewhere' : 'failed');
      });
    },
    [form, organisation, id, isSomebodyElse, queries],
  );

  useEffect(() => {
    if (unsaved.current === undefined) return undefined;
    const timer = setTimeout(() => save(false), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values, save]);

  useEffect(() => {
    const leave = () => save(true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [save]);

  return {
    values,
    state,
    change: (next: Values) => {
      unsaved.current = next;
      setValues(next);
      setState((before) => (before === 'elsewhere' ? before : 'changed'));
    },
    /** Throws the draft away, once it is recorded or when nobody wants it. */
    discard: async () => {
      unsaved.current = undefined;
      await saving.current;
      if (revision.current === 0) return;
      await api.DELETE('/api/v1/desk/drafts/{draft}', { params: { path: { draft: id } } });
      await queries.invalidateQueries({ queryKey: ['/api/v1/desk/drafts'] });
    },
  };
}

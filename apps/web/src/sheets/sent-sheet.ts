import { readDraft } from './drafts.ts';
import type { SentAs, Sheet } from './sheet.ts';

/** A sheet that was sent and whose outcome is not known yet. */
export interface SentSheet extends SentAs {
  readonly sheet: Sheet;
}

interface Kept {
  /** Absent where there was no room for it; then the draft holds it. */
  readonly content?: string;
  readonly waiting: string | null;
}

const placeOf = (key: string): string => `obligo.sheet.sent.${key}`;

/** Keeps what is being sent at once, so that a reload asks the very same question again; its draft follows. */
export function rememberSent(sheet: Sheet, waiting: string | null): void {
  const place = placeOf(sheet.idempotencyKey);
  const keep = (kept: Kept): void => {
    sessionStorage.setItem(place, JSON.stringify(kept));
  };
  try {
    keep({ content: JSON.stringify(sheet), waiting });
  } catch {
    keep({ waiting });
  }
}

/** The sheet as it was sent before a reload, or before its tab was closed; nothing when its outcome is known, or it was never sent. */
export function sentBefore(draft: Sheet): SentSheet | undefined {
  if (draft.posted !== null) return undefined;
  const kept = sessionStorage.getItem(placeOf(draft.idempotencyKey));
  if (kept === null) return draft.sent && { sheet: draft, waiting: draft.sent.waiting };
  const { content, waiting } = JSON.parse(kept) as Kept;
  return { sheet: (content === undefined ? undefined : readDraft(content)) ?? draft, waiting };
}

export function forgetSent({ idempotencyKey }: Pick<Sheet, 'idempotencyKey'>): void {
  sessionStorage.removeItem(placeOf(idempotencyKey));
}

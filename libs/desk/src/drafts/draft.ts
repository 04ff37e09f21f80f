import type { Instant } from '#kernel';

/** What somebody has typed and not sent yet. */
export interface Draft {
  /** Chosen by the page that began it. */
  readonly id: string;
  /** What it is a draft of, such as `post` or `sheet`. */
  readonly kind: string;
  /** As the list of drafts calls it. */
  readonly title: string;
  /** What was typed, in a form of the page's own. */
  readonly content: string;
  /** 1 when begun; rises with every change. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

export type DraftSummary = Omit<Draft, 'content'>;

export type NewDraft = Pick<Draft, 'id' | 'kind' | 'title' | 'content'>;

/** What one person may keep: so many drafts, with so many characters together. */
export const MOST_DRAFTS = 200;
export const MOST_CHARACTERS = 20_000_000;

import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '#kernel';
import { refuse } from '../refusals.ts';
import { type Draft, type DraftSummary, MOST_CHARACTERS, MOST_DRAFTS, type NewDraft } from './draft.ts';

const SUMMARY = 'draft AS id, kind, title, revision, created_at AS createdAt, changed_at AS changedAt';

/** The drafts of everybody; each sees their own. */
export class Drafts {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Without what was typed, the last changed first. */
  list(owner: string, kind?: string): DraftSummary[] {
    return this.#database
      .prepare(
        `SELECT ${SUMMARY} FROM drafts WHERE owner = ? AND (?2 IS NULL OR kind = ?2) ORDER BY changed_at DESC, draft`,
      )
      .all(owner, kind ?? null)
      .map(withTimes);
  }

  find(owner: string, id: string): Draft | undefined {
    const row = this.#database
      .prepare(`SELECT ${SUMMARY}, content FROM drafts WHERE owner = ? AND draft = ?`)
      .get(owner, id);
    return row && (withTimes(row) as Draft);
  }

  /**
   * Keeps a draft: a new one with the revision 0, a change with the revision that it was made on. Throws the refusals
   * `draft-changed-elsewhere` and `drafts-too-many`.
   */
  put(owner: string, draft: NewDraft, madeOn: number, now: Instant): DraftSummary {
    const found = this.#database
      .prepare(`SELECT ${SUMMARY}, length(content) AS size FROM drafts WHERE owner = ? AND draft = ?`)
      .get(owner, draft.id);
    const revision = Number(found?.['revision'] ?? 0);
    if (revision !== madeOn) throw changedElsewhere(draft.id, revision, madeOn);
    this.#mustHaveRoom(owner, draft, found === undefined ? undefined : Number(found['size']));
    const at = Date.parse(now);
    const createdAt = Number(found?.['createdAt'] ?? at);
    this.#database
      .prepare('INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
      .run(owner, draft.id, draft.kind, draft.title, draft.content, revision + 1, createdAt, at);
    const { id, kind, title } = draft;
    return withTimes({ id, kind, title, revision: revision + 1, createdAt, changedAt: at });
  }

  /** Throws `draft-unknown`. */
  remove(owner: string, id: string): void {
    const { changes } = this.#database
      .prepare('DELETE FROM drafts WHERE owner = ? AND draft = ?')
      .run(owner, id);
    if (Number(changes) === 0) throw unknownDraft(id);
  }

  #mustHaveRoom(owner: string, { content }: NewDraft, replaced: number | undefined): void {
    const held = this.#database
      .prepare(
        'SELECT count(*) AS drafts, coalesce(sum(length(content)), 0) AS size FROM drafts WHERE owner = ?',
      )
      .get(owner);
    const drafts = Number(held?.['drafts']) + (replaced === undefined ? 1 : 0);
    const size = Number(held?.['size']) - (replaced ?? 0) + content.length;
    if (drafts <= MOST_DRAFTS && size <= MOST_CHARACTERS) return;
    throw refuse(
      'drafts-too-many',
      `${drafts} drafts with ${size} characters are more than one person keeps; expected at most ${MOST_DRAFTS} with ${MOST_CHARACTERS}: remove some.`,
      { details: { drafts, size, mostDrafts: MOST_DRAFTS, mostCharacters: MOST_CHARACTERS } },
    );
  }
}

export const unknownDraft = (id: string) =>
  refuse('draft-unknown', `There is no draft ${id}; it may have been recorded or removed.`, {
    details: { id },
  });

const changedElsewhere = (id: string, revision: number, madeOn: number) =>
  refuse(
    'draft-changed-elsewhere',
    `The draft ${id} is at revision ${revision}, the change was made on ${madeOn}; expected it to be read again.`,
    { details: { id, revision, madeOn } },
  );

function withTimes(row: Readonly<Record<string, unknown>>): DraftSummary {
  const moment = (value: unknown) => new Date(Number(value)).toISOString() as Instant;
  const { createdAt, changedAt, ...rest } = row;
  return {
    ...(rest as Omit<DraftSummary, 'createdAt' | 'changedAt'>),
    createdAt: moment(createdAt),
    changedAt: moment(changedAt),
  };
}

import type { Database } from '#database';
import type { Instant } from '#kernel';
import { refuse } from '../refusals.ts';
import { type Draft, type DraftSummary, MOST_CHARACTERS, MOST_DRAFTS, type NewDraft } from './draft.ts';

const SUMMARY = 'draft AS id, kind, title, revision, created_at AS "createdAt", changed_at AS "changedAt"';

/** The drafts of everybody; each sees their own. */
export class Drafts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Without what was typed, the last changed first. */
  async list(owner: string, kind?: string): Promise<DraftSummary[]> {
    const rows = await this.#database.all(
      `SELECT ${SUMMARY} FROM drafts WHERE owner = ? ${kind === undefined ? '' : 'AND kind = ?'}
       ORDER BY changed_at DESC, draft`,
      ...[owner, ...(kind === undefined ? [] : [kind])],
    );
    return rows.map(withTimes);
  }

  async find(owner: string, id: string): Promise<Draft | undefined> {
    const row = await this.#database.get(
      `SELECT ${SUMMARY}, content FROM drafts WHERE owner = ? AND draft = ?`,
      ...[owner, id],
    );
    return row && (withTimes(row) as Draft);
  }

  /**
   * Keeps a draft: a new one with the revision 0, a change with the revision that it was made on. Throws the refusals
   * `draft-changed-elsewhere` and `drafts-too-many`.
   */
  put(owner: string, draft: NewDraft, madeOn: number, now: Instant): Promise<DraftSummary> {
    return this.#database.transaction(async () => {
      const found = await this.#database.get(
        `SELECT ${SUMMARY}, length(content) AS size FROM drafts WHERE owner = ? AND draft = ?`,
        ...[owner, draft.id],
      );
      const revision = Number(found?.['revision'] ?? 0);
      if (revision !== madeOn) throw changedElsewhere(draft.id, revision, madeOn);
      await this.#mustHaveRoom(owner, draft, found === undefined ? undefined : Number(found['size']));
      const at = Date.parse(now);
      const createdAt = Number(found?.['createdAt'] ?? at);
      const { id, kind, title, content } = draft;
      await this.#write(owner, id, kind, title, content, revision + 1, createdAt, at);
      return withTimes({ id, kind, title, revision: revision + 1, createdAt, changedAt: at });
    }, `drafts ${owner}`);
  }

  /** Throws `draft-unknown`. */
  async remove(owner: string, id: string): Promise<void> {
    const changes = await this.#database.run('DELETE FROM drafts WHERE owner = ? AND draft = ?', owner, id);
    if (changes === 0) throw unknownDraft(id);
  }

  async #write(...row: readonly (string | number)[]): Promise<void> {
    await this.#database.run(
      `INSERT INTO drafts (owner, draft, kind, title, content, revision, created_at, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (owner, draft) DO UPDATE SET kind = excluded.kind, title = excluded.title,
         content = excluded.content, revision = excluded.revision, changed_at = excluded.changed_at`,
      ...row,
    );
  }

  async #mustHaveRoom(owner: string, { content }: NewDraft, replaced: number | undefined): Promise<void> {
    const held = await this.#database.get(
      'SELECT count(*) AS drafts, coalesce(sum(length(content)), 0) AS size FROM drafts WHERE owner = ?',
      owner,
    );
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

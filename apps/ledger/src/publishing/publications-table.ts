import { figureColumn, type Table, textColumn } from '#reporting';
import type { PublicationViews } from './publication-views.ts';

/** The published reports as a table for people and for CSV. */
export const publicationsTable = (rows: ReturnType<PublicationViews['list']>): Table => ({
  title: 'Published reports',
  caption: ['Changed: cells of the summary that say something else now'],
  columns: [
    textColumn('number', 'Number'),
    textColumn('title', 'Title'),
    textColumn('as_of', 'Figures of'),
    figureColumn('known_at', 'Known at'),
    textColumn('published_at', 'Published'),
    textColumn('published_by', 'By'),
    figureColumn('changed', 'Changed'),
    textColumn('digest', 'Digest of the files'),
  ],
  rows: rows.map((row) => ({
    number: row.number,
    title: row.title,
    as_of: row.asOf ?? undefined,
    known_at: row.knownAt,
    published_at: row.publishedAt,
    published_by: row.publishedBy,
    changed: String(row.changed),
    digest: row.digest,
  })),
  footnotes: [],
});

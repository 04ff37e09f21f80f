import { threadId } from 'node:worker_threads';
import type { Projection } from '../projection.ts';

/** A read model of who took each event to the read models: 0 is the thread that answers. */
export const witness: Projection = {
  name: 'witness',
  version: 1,
  schema: 'CREATE TABLE witness (position INTEGER PRIMARY KEY, thread INTEGER NOT NULL) STRICT;',
  totals: 'SELECT count(*) AS rows FROM witness',
  open: (database) => {
    const insert = database.prepare('INSERT INTO witness VALUES (?, ?)');
    return { apply: ({ position }) => void insert.run(position, threadId) };
  },
};

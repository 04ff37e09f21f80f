import type { DatabaseSync } from 'node:sqlite';
import type { ControlPolicyEvent } from '#control';
import type { ProjectedEvent } from '../projected-event.ts';
import type { Projection, ProjectionWriter } from '../projection.ts';

/** The control policies of each organisation, by the position from which each holds. */
export const controlPolicies: Projection = {
  name: 'control-policies',
  version: 1,
  schema: `
CREATE TABLE cp_policy (
  organisation TEXT NOT NULL,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  policy TEXT NOT NULL,
  PRIMARY KEY (organisation, position)
) STRICT, WITHOUT ROWID;
`,
  totals: `SELECT count(*) AS policies, coalesce(max(position), 0) AS position,
                coalesce(sum(length(policy)), 0) AS characters FROM cp_policy`,
  open: (database) => new Writer(database),
};

class Writer implements ProjectionWriter {
  readonly categories = new Set(['controlpolicy']);
  readonly #insert;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('INSERT INTO cp_policy VALUES (?, ?, ?, ?)');
  }

  apply({ event, position, organisation }: ProjectedEvent): void {
    const { type, data } = event as ControlPolicyEvent;
    if (type !== 'ControlPolicySet') return;
    this.#insert.run(organisation, position, data.version, JSON.stringify(data.policy));
  }
}
